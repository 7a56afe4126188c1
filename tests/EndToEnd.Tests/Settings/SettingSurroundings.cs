using System.Net;
using ClickUpMcp.Driver;
using ClickUpMcp.Tests;
using EndToEnd.Tests.Http;
using EndToEnd.Tests.Support;

namespace EndToEnd.Tests.Settings;

/// <summary>The executable with one setting made by its flag, by its variable or not at all, in front of the sandbox.</summary>
internal sealed class SettingSurroundings : IDisposable
{
    private readonly SandboxProcess _sandbox;
    private readonly TokenFile _tokens = new(("anna", TokenFile.Anna));
    private readonly string _folder = Directory.CreateTempSubdirectory("security-settings-").FullName;
    private readonly Dictionary<string, string?> _variables;
    private readonly List<string> _flags = [];

    /// <param name="sandbox">ClickUp.</param>
    /// <param name="setting">The setting.</param>
    /// <param name="byFlag">Whether its flag or its variable is used; null for neither.</param>
    public SettingSurroundings(SandboxProcess sandbox, SecuritySetting setting, bool? byFlag)
    {
        _sandbox = sandbox;
        PrivateFile.Write(Fill("{key}"), "pk_1_FROM_A_FILE\n");
        _variables = new()
        {
            ["CLICKUP_API_KEY"] = "pk_1_SETTINGS",
            ["CLICKUP_API_BASE_URL"] = sandbox.Address.ToString(),
        };
        foreach (var (name, value) in setting.Besides)
        {
            _variables[name] = value is null ? null : Fill(value);
        }

        if (byFlag == true)
        {
            _flags.Add($"--{setting.Flag}={Fill(setting.Value)}");
        }
        else if (byFlag == false)
        {
            _variables[setting.Variable!] = Fill(setting.Value);
        }
    }

    /// <summary>What stands in the file <c>{audit}</c>.</summary>
    public string Audit => File.Exists(Fill("{audit}")) ? File.ReadAllText(Fill("{audit}")) : "";

    /// <summary>Runs a verb to its end.</summary>
    public Task<CompletedProcess> RunAsync(params string[] arguments) =>
        ChildProcess.RunAsync(ServerBinary.Path, [.. arguments, .. _flags], _variables, cancellationToken: Limit.Short);

    /// <summary>Whether the task that a call creates reaches the sandbox.</summary>
    public async Task<bool> CreatesTaskAsync()
    {
        await _sandbox.ResetAsync(Limit.Short);
        var done = await RunAsync("call", "create_task", """{"list":"Ideas","name":"from a test"}""");
        var isWritten = (await _sandbox.LogAsync(Limit.Short))
            .EnumerateArray()
            .Any(request => request.GetProperty("method").GetString() != "GET");
        isWritten.ShouldBe(done.ExitCode == 0, done.Everything);
        return isWritten;
    }

    /// <summary>The status of one call over HTTP to a server that ends in order after it.</summary>
    public async Task<HttpStatusCode> StatusOverHttpAsync(params (string Name, string Value)[] headers)
    {
        await using var server = await HttpServerProcess.StartAsync(ServerBinary.Path, _flags, _variables, Limit.Short);
        HttpStatusCode status;
        using (
            var client = new McpHttpClient(
                server.Address,
                isModern: true,
                [("X-ClickUp-Key", "pk_1_CALLER"), .. headers]
            )
        )
        {
            using var reply = await client.CallAsync("get_current_user", "{}", Limit.Short);
            status = reply.StatusCode;
            (await reply.Content.ReadAsStringAsync(Limit.Short)).ShouldStartWith("{");
        }

        await ChildProcess.RunAsync("kill", ["-s", "TERM", $"{server.Process.Id}"], cancellationToken: Limit.Short);
        await server.Process.WaitForExitAsync(Limit.Short);
        return status;
    }

    public void Dispose()
    {
        _tokens.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private string Fill(string value) =>
        value
            .Replace("{tokens}", _tokens.Path, StringComparison.Ordinal)
            .Replace("{key}", Path.Combine(_folder, "key"), StringComparison.Ordinal)
            .Replace("{audit}", Path.Combine(_folder, "audit"), StringComparison.Ordinal);
}
