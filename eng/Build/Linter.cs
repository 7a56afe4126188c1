using ClickUpMcp.Driver;

namespace ClickUpMcp.Build;

/// <summary>Checks that need neither build nor test: formatting, and the spec against its own JSON Schema. Code style is the compiler's.</summary>
internal static class Linter
{
    public static async Task RunAsync()
    {
        CheckFormat();
        await CheckSpecAsync();
    }

    public static void CheckFormat()
    {
        Shell.Dotnet("tool", "restore");
        Shell.Dotnet("csharpier", "check", ".");
    }

    private static async Task CheckSpecAsync()
    {
        Prerequisites.ForNpm();
        var done = await NpmTools.RunScriptAsync(
            "validate-spec.mjs",
            [Repository.At("spec")],
            null,
            CancellationToken.None
        );
        Console.Write(done.Output);
        if (done.ExitCode != 0)
        {
            throw new BuildFailedException($"The spec does not match its schema.\n{done.Errors}");
        }
    }
}
