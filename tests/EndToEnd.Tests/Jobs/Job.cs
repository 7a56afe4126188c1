using System.Text;
using System.Text.Json.Nodes;
using ClickUpMcp.Driver;

namespace EndToEnd.Tests.Jobs;

/// <summary>One everyday job as a client does it, with what it costs: calls, and bytes of arguments and results.</summary>
internal sealed class Job(string name, StdioClient client)
{
    /// <summary>What is done.</summary>
    public string Name => name;

    /// <summary>Calls of tools so far.</summary>
    public int Calls { get; private set; }

    /// <summary>Bytes of their results' texts.</summary>
    public int Bytes { get; private set; }

    /// <summary>Calls a tool that is part of the job.</summary>
    public async Task<string> CallAsync(string tool, string arguments)
    {
        string text = await LookAsync(tool, arguments);
        Calls++;
        Bytes += Encoding.UTF8.GetByteCount(text);
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{name}, {tool}: {Encoding.UTF8.GetByteCount(text)} bytes\n{text}\n"
        );
        return text;
    }

    /// <summary>Calls a tool to see what came of the job, which is no part of it.</summary>
    public async Task<string> LookAsync(string tool, string arguments)
    {
        ToolCallResult result = await client.CallAsync(tool, JsonNode.Parse(arguments), Support.Limit.Short);
        result.IsError.ShouldBeFalse($"{name}: {result.Text}");
        return result.Text;
    }

    /// <summary>Writes what each of them cost.</summary>
    public static void Report(IReadOnlyList<Job> jobs)
    {
        foreach (Job job in jobs)
        {
            TestContext.Current.TestOutputHelper?.WriteLine($"{job.Name}: {job.Calls} calls, {job.Bytes} bytes");
        }

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"In all {jobs.Sum(static job => job.Calls)} calls, {jobs.Sum(static job => job.Bytes)} bytes"
        );
    }
}
