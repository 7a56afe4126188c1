namespace ClickUpMcp.Build;

/// <summary>A project that is published as a native executable.</summary>
/// <param name="Project">Its folder.</param>
/// <param name="Executable">Its executable, without an extension.</param>
/// <param name="Folder">Where under <c>artifacts</c> the executable goes.</param>
/// <param name="Inputs">What it is made of, beyond what every native build reads.</param>
internal sealed record NativeProgram(string Project, string Executable, string Folder, params string[] Inputs)
{
    public static NativeProgram Server { get; } = new("src/Server", "clickup-mcp", "native", "src", "spec");

    /// <summary>The product's transport with the conformance suite's fixtures behind it.</summary>
    public static NativeProgram ConformanceHost { get; } =
        new(
            "tests/Conformance/Host",
            "conformance-host",
            "native-conformance",
            "tests/Conformance/Host",
            "tests/Directory.Build.props",
            "src",
            "spec"
        );

    /// <summary>The floor that the server's start is compared with.</summary>
    public static NativeProgram Hello { get; } = new("bench/Hello", "hello-mcp", "native-hello", "bench/Hello");

    public static NativeProgram LimiterBenchmark { get; } =
        new("bench/Limiter", "limiter-benchmark", "native-limiter", "bench", "src/Server/RateLimiting");
}
