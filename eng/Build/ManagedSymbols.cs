using System.Globalization;
using ClickUpMcp.Driver;

namespace ClickUpMcp.Build;

/// <summary>The methods of a native executable and the addresses they lie at.</summary>
internal sealed class ManagedSymbols
{
    private readonly List<ulong> _starts = [];
    private readonly List<string> _names = [];
    private ulong _end;

    private ManagedSymbols() { }

    /// <summary>Each method with its first address and its length in bytes, by address.</summary>
    public IEnumerable<(string Name, ulong Start, ulong Length)> Methods =>
        _names.Select((name, i) => (name, _starts[i], (i + 1 < _starts.Count ? _starts[i + 1] : _end) - _starts[i]));

    /// <summary>Reads them from the symbol file that a publish leaves beside its object files.</summary>
    public static async Task<ManagedSymbols> ReadAsync(NativeProgram program)
    {
        var build = Path.Combine(Repository.Artifacts, "native-build", program.Folder);
        var file =
            Directory.EnumerateFiles(build, $"{program.Executable}.dbg", SearchOption.AllDirectories).FirstOrDefault()
            ?? throw new BuildFailedException($"The publish left no symbols: delete {build} and publish again.");
        var nm = await ChildProcess.RunAsync("nm", ["-n", "--defined-only", file]);
        var symbols = new ManagedSymbols();
        var inside = false;
        foreach (var line in nm.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            // Address, kind, name; a name may hold spaces.
            var parts = line.TrimEnd('\r').Split(' ', 3);
            if (parts[2] is "__start___managedcode" or "__stop___managedcode")
            {
                inside = parts[2] == "__start___managedcode";
                symbols._end = Address(parts[0]);
            }
            else if (inside && parts[1] is "T" or "t")
            {
                symbols._starts.Add(Address(parts[0]));
                symbols._names.Add(parts[2]);
            }
        }

        return symbols._starts.Count > 0
            ? symbols
            : throw new BuildFailedException($"nm finds no methods in {file}. {nm.Errors}");
    }

    /// <summary>The method an address belongs to, or null where it is not a method's.</summary>
    public string? Containing(ulong address)
    {
        var index = _starts.BinarySearch(address);
        index = index < 0 ? ~index - 1 : index;
        return index >= 0 && address < _end ? _names[index] : null;
    }

    private static ulong Address(string text) =>
        ulong.Parse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
