namespace ClickUpMcp.Build.Features;

/// <summary>Publishes the server without features, one more left out each time, for a benchmark to start them in turns.</summary>
internal static class FeatureBuilds
{
    /// <summary>In the order in which they are left out; each is a file of <c>eng/features</c>.</summary>
    private static readonly string[] Features = ["stores", "sign-in", "markdown", "http"];

    // The least feature, Markdown, is some 600 KB.
    private const long LeastBytes = 200_000;

    /// <param name="earlier">An earlier program as <c>NAME=PATH</c>, to be compared with; null for none.</param>
    public static async Task<int> MeasureAsync(string? earlier)
    {
        await NativePublisher.PublishAsync(NativeProgram.Server);
        List<string> programs = earlier is null ? [] : [earlier];
        programs.Add($"everything={NativePublisher.Linked(NativeProgram.Server)}");
        var bytes = new FileInfo(NativePublisher.Linked(NativeProgram.Server)).Length;
        for (var count = 1; count <= Features.Length; count++)
        {
            var without = Features[..count];
            var file = await NativePublisher.PublishAsync(NativeProgram.Server, without: without);
            if (new FileInfo(file).Length is var left && bytes - left > LeastBytes)
            {
                bytes = left;
            }
            else
            {
                // The compiler passes over what it does not find, and what others call as well stays.
                throw new BuildFailedException(
                    $"eng/features/{without[^1]}.xml leaves next to nothing out ({bytes - left} bytes). "
                        + "Was a method renamed, or does another one call the feature?"
                );
            }

            programs.Add($"without {string.Join(", ", without)}={file}");
        }

        Shell.Dotnet(["run", "--project", "bench/EndToEnd", "-c", "Release", "--", "features", .. programs]);
        return 0;
    }
}
