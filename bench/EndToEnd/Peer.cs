using ClickUpMcp.Driver;

namespace ClickUpMcp.EndToEndBenchmark;

/// <summary>Another program that speaks MCP over stdio, whose start is measured in the same run.</summary>
/// <param name="Name">What it is.</param>
/// <param name="File">What is started.</param>
/// <param name="Arguments">With which arguments.</param>
internal sealed record Peer(string Name, string File, params IReadOnlyList<string> Arguments)
{
    private const string Script = "sdk-stdio-server.mjs";
    private const string Env = "env";

    /// <summary>Our static executable where it was built, the official TypeScript SDK with one trivial tool, and what else was named.</summary>
    /// <param name="hello">The native program that only replies with fixed bytes; null where it was not built.</param>
    /// <param name="others">Other servers that speak MCP over stdio, as <see cref="Parse"/> takes them.</param>
    public static async Task<IReadOnlyList<Peer>> AllAsync(string? hello, IEnumerable<string> others)
    {
        // Node looks for packages above the script's own folder.
        var folder = await NpmTools.EnsureAsync();
        var script = Path.Combine(folder, Script);
        System.IO.File.Copy(Repository.At("bench", "EndToEnd", Script), script, overwrite: true);
        var fullyStatic = Repository.NativeBinary("native-static", "clickup-mcp");
        return
        [
            .. System.IO.File.Exists(fullyStatic)
                ? new[] { new Peer("ours, the static executable", fullyStatic, "stdio") }
                : [],
            .. hello is null ? [] : new[] { new Peer("native .NET, fixed replies", hello) },
            new Peer("official TypeScript SDK, one trivial tool", NpmTools.Node, script),
            .. others.Select(Parse),
        ];
    }

    /// <summary>How long the files are that its command names: the executable, or the runtime and the script that it runs.</summary>
    public long Bytes =>
        Arguments.Prepend(File).Select(FileOf).OfType<string>().Sum(static path => new FileInfo(path).Length);

    // What env sets and starts stands behind it.
    private static string? FileOf(string word) =>
        word == Env
            ? null
            : (Environment.GetEnvironmentVariable("PATH") ?? "")
                .Split(Path.PathSeparator)
                .Select(folder => Path.Combine(folder, word))
                .FirstOrDefault(System.IO.File.Exists);

    /// <summary>
    /// <c>BINARY</c>, or <c>NAME:COMMAND ARGUMENT…</c> with spaces between them; <c>env VARIABLE=VALUE PROGRAM</c> sets what a server needs,
    /// since no variable of ours or ClickUp's reaches it else.
    /// </summary>
    public static Peer Parse(string said)
    {
        if (said.Split(':', 2) is not [var name, var command] || System.IO.File.Exists(said))
        {
            var path = Path.GetFullPath(said);
            return new Peer(Path.GetFileName(path), path);
        }

        var words = command.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words is [var file, .. var arguments]
            ? new Peer(name, file, arguments)
            : throw new ArgumentException($"--peer {said}: after the name there is no command.", nameof(said));
    }
}
