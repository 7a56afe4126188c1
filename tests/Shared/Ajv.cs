using System.Text;
using ClickUpMcp.Driver;

namespace ClickUpMcp.Tests;

/// <summary>The JSON Schema validator of other people that ours is held against.</summary>
internal static class Ajv
{
    /// <summary>For each schema, which of its instances ajv accepts; all in one Node process.</summary>
    public static async Task<IReadOnlyList<bool[]>> ValidateAsync(
        IEnumerable<(string Schema, IReadOnlyList<string> Instances)> cases,
        CancellationToken cancellationToken
    )
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("ajv");
        try
        {
            string file = Path.Combine(folder.FullName, "cases.ndjson");
            IEnumerable<string> lines = cases.Select(static c =>
                $"{{\"schema\":{c.Schema},\"instances\":[{string.Join(',', c.Instances)}]}}"
            );
            await File.WriteAllTextAsync(file, string.Join('\n', lines), new UTF8Encoding(false), cancellationToken);
            CompletedProcess done = await NpmTools.RunScriptAsync(
                "validate-arguments.mjs",
                [file],
                null,
                cancellationToken
            );
            done.ExitCode.ShouldBe(0, done.Errors);
            // Its strict mode warns of anything doubtful in a schema.
            done.Errors.ShouldBeEmpty();
            string[] verdicts = done.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            return [.. verdicts.Select(static line => line.Select(static verdict => verdict == '1').ToArray())];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
