using System.Globalization;
using ClickUpMcp.Driver;

namespace ClickUpMcp.Build;

/// <summary>Records what of the executable a start reads, writes or runs, and finds the pages it lies on.</summary>
/// <remarks>Why: docs/decisions/0037-start-pages.md.</remarks>
internal static class StartPages
{
    public const string Target = "eng/start-pages.txt";

    /// <summary>Things longer than this, such as tables, are recorded in pieces of it.</summary>
    private const ulong Piece = 1024;

    /// <summary>What may be resident after the tool list, in MiB.</summary>
    private const double MostResident = 7.0;
    private const int Starts = 9;

    /// <summary>Each start makes an object of every type's static references; they are thousands, and lie together.</summary>
    private const string Statics = "__GCSTATICS";

    private const ulong FirstAddress = 0x400000;

    /// <summary>Valgrind runs the program some hundred times slower.</summary>
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(10);

    public static async Task RecordAsync()
    {
        var symbols = await ImageSymbols.ReadAsync(SymbolFile(NativeProgram.Server.Folder), FirstAddress);
        var touched = new SortedSet<string>(StringComparer.Ordinal);
        var seen = new HashSet<ulong>();
        foreach (var isConfigured in new[] { false, true })
        {
            var trace = Path.Combine(Repository.Artifacts, "start-pages.trace");
            await TraceAsync(NativePublisher.Linked(NativeProgram.Server), trace, isConfigured);
            foreach (var address in Addresses(trace))
            {
                if (
                    address < symbols.End
                    && seen.Add(address)
                    && symbols.Containing(address) is var (name, offset)
                    && !name.StartsWith(Statics, StringComparison.Ordinal)
                )
                {
                    touched.Add($"{offset / Piece:x} {name}");
                }
            }

            File.Delete(trace);
        }

        await File.WriteAllLinesAsync(Repository.At(Target), touched);
        Console.WriteLine($"{Target}: {touched.Count} places.");
    }

    /// <summary>Fails when a start of the published server has more in memory than such pages account for.</summary>
    public static async Task CheckAsync(string binary)
    {
        // The least of several: what else the machine does only adds, up to 0.2 MiB between two starts of one program.
        var resident = double.MaxValue;
        for (var start = 0; start < Starts; start++)
        {
            resident = Math.Min(resident, await ResidentAsync(binary));
        }

        Console.WriteLine($"{Target}: {resident:F2} MiB are resident after tools/list.");
        if (resident > MostResident)
        {
            throw new BuildFailedException(
                $"At most {MostResident} MiB should be. Record again what a start touches: ./build.sh order"
            );
        }
    }

    private static async Task<double> ResidentAsync(string binary)
    {
        using var deadline = new CancellationTokenSource(Deadline);
        await using var client = StdioClient.Start(binary, ["stdio"]);
        await ClientStart.ListAsync(client, deadline.Token);
        return ProcessMemory.Of(client.ProcessId).Resident / 1024.0;
    }

    /// <summary>Lays the recorded pages of a published executable side by side in its file.</summary>
    /// <param name="binary">The executable, which is changed.</param>
    /// <param name="folder">The folder of its intermediate files.</param>
    public static async Task ArrangeAsync(string binary, string folder)
    {
        var symbols = await ImageSymbols.ReadAsync(SymbolFile(folder), FirstAddress);
        var byName = symbols.All.ToLookup(symbol => symbol.Name, StringComparer.Ordinal);
        var pages = new HashSet<ulong>();
        foreach (var line in await File.ReadAllLinesAsync(Repository.At(Target)))
        {
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            var offset =
                Piece * ulong.Parse(line.AsSpan(0, space), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            foreach (var symbol in byName[line[(space + 1)..]].Where(symbol => symbol.Start + offset < symbol.End))
            {
                Add(symbol.Start + offset, Math.Min(symbol.Start + offset + Piece, symbol.End));
            }
        }

        foreach (var symbol in symbols.All.Where(symbol => symbol.Name.StartsWith(Statics, StringComparison.Ordinal)))
        {
            Add(symbol.Start, Math.Min(symbol.Start + Piece, symbol.End));
        }

        var file = new ElfFile(await File.ReadAllBytesAsync(binary));
        await File.WriteAllBytesAsync(binary, file.WithApart(pages));

        void Add(ulong start, ulong end)
        {
            for (var page = start / ElfFile.PageSize; page <= (end - 1) / ElfFile.PageSize; page++)
            {
                pages.Add(page);
            }
        }
    }

    private static string SymbolFile(string folder)
    {
        var build = Path.Combine(Repository.Artifacts, "native-build", folder);
        return Directory.EnumerateFiles(build, "*.dbg", SearchOption.AllDirectories).FirstOrDefault()
            ?? throw new BuildFailedException($"The publish left no symbols: delete {build} and publish again.");
    }

    private static async Task TraceAsync(string binary, string trace, bool isConfigured)
    {
        using var deadline = new CancellationTokenSource(Deadline);
        await using var client = StdioClient.Start(
            "valgrind",
            ["--tool=lackey", "--trace-mem=yes", "--fair-sched=yes", $"--log-file={trace}", binary, "stdio"],
            new Dictionary<string, string?>
            {
                ["CLICKUP_API_KEY"] = isConfigured ? "pk_1_PAGES" : null,
                ["CLICKUP_API_BASE_URL"] = isConfigured ? "http://127.0.0.1:9" : null,
                // Valgrind cannot reserve the 256 GiB of addresses that the collector asks for.
                ["DOTNET_GCHeapHardLimit"] = "0x8000000",
            }
        );
        await ClientStart.ListAsync(client, deadline.Token);
        await client.CloseAsync(deadline.Token);
    }

    /// <summary>Each address as lackey prints it: <c>I  00404d90,3</c> for an instruction, <c> L 01fa3798,8</c> for a load.</summary>
    private static IEnumerable<ulong> Addresses(string trace)
    {
        foreach (var line in File.ReadLines(trace).Where(line => line.Length > 3 && line[0] is 'I' or ' '))
        {
            var comma = line.IndexOf(',', StringComparison.Ordinal);
            if (
                comma > 3
                && ulong.TryParse(
                    line.AsSpan(3, comma - 3),
                    NumberStyles.HexNumber,
                    CultureInfo.InvariantCulture,
                    out var address
                )
                && address >= FirstAddress
            )
            {
                yield return address;
            }
        }
    }
}
