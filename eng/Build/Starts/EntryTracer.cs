using System.Runtime.InteropServices;
using ClickUpMcp.Driver;

namespace ClickUpMcp.Build;

/// <summary>Notes which methods of a native executable are entered, in order of their first time.</summary>
/// <remarks>How: <c>eng/Build/method-entries.c</c>.</remarks>
internal sealed class EntryTracer : IDisposable
{
    private readonly string _folder = Path.Combine(Repository.Artifacts, "entries");
    private readonly ManagedSymbols _symbols;

    private EntryTracer(ManagedSymbols symbols) => _symbols = symbols;

    /// <summary>What a process must be started with to be traced.</summary>
    public IReadOnlyDictionary<string, string?> Environment =>
        new Dictionary<string, string?>
        {
            ["LD_PRELOAD"] = Library,
            ["METHOD_STARTS"] = Starts,
            ["METHOD_ENTRIES"] = Entries,
        };

    private string Library => Path.Combine(_folder, "method-entries.so");

    private string Starts => Path.Combine(_folder, "starts");

    private string Entries => Path.Combine(_folder, "entries");

    public static bool IsSupported =>
        OperatingSystem.IsLinux() && RuntimeInformation.OSArchitecture == Architecture.X64;

    public static async Task<EntryTracer> CreateAsync(ManagedSymbols symbols)
    {
        var tracer = new EntryTracer(symbols);
        Directory.CreateDirectory(tracer._folder);
        var compiled = await ChildProcess.RunAsync(
            Shell.Exists("gcc") ? "gcc" : "clang",
            [
                "-O1",
                "-Wall",
                "-Werror",
                "-shared",
                "-fPIC",
                "-o",
                tracer.Library,
                Repository.At("eng/Build/method-entries.c"),
            ]
        );
        if (compiled.ExitCode != 0)
        {
            throw new BuildFailedException($"The tracer does not compile.\n{compiled.Everything}");
        }

        var starts = symbols.Methods.Select(method => method.Start).Distinct().ToArray();
        await File.WriteAllBytesAsync(tracer.Starts, MemoryMarshal.AsBytes(starts.AsSpan()).ToArray());
        return tracer;
    }

    /// <summary>The methods entered by the process that was started last and has ended.</summary>
    public async Task<IReadOnlyList<TracedMethod>> ReadAsync()
    {
        var addresses = await File.ReadAllBytesAsync(Entries);
        List<TracedMethod> methods = [];
        foreach (var address in MemoryMarshal.Cast<byte, ulong>(addresses))
        {
            if (_symbols.Containing(address) is { } name)
            {
                methods.Add(new TracedMethod(name, address));
            }
        }

        return methods;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
