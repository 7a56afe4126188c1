using System.Globalization;
using ClickUpMcp.Driver;

namespace ClickUpMcp.Build;

/// <summary>Everything in a native executable that has a name, code and data, with the addresses it takes.</summary>
internal sealed class ImageSymbols
{
    private readonly ulong[] _starts;
    private readonly string[] _names;

    private ImageSymbols(ulong[] starts, string[] names) => (_starts, _names) = (starts, names);

    public ulong End => _starts[^1];

    /// <summary>Reads them from the symbol file that a publish leaves beside its object files.</summary>
    /// <param name="file">That file.</param>
    /// <param name="first">Where the image begins; below are offsets of thread-local variables.</param>
    public static async Task<ImageSymbols> ReadAsync(string file, ulong first)
    {
        var nm = await ChildProcess.RunAsync("nm", ["-n", "--defined-only", file]);
        List<ulong> starts = [];
        List<string> names = [];
        foreach (var line in nm.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            // Address, kind, name; a name may hold spaces.
            var parts = line.TrimEnd('\r').Split(' ', 3);
            var address = ulong.Parse(parts[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            if (address >= first && (starts.Count == 0 || starts[^1] != address))
            {
                starts.Add(address);
                names.Add(parts[2]);
            }
        }

        return starts.Count > 0
            ? new ImageSymbols([.. starts], [.. names])
            : throw new BuildFailedException($"nm finds no symbols in {file}. {nm.Errors}");
    }

    /// <summary>What an address belongs to, or null where that has no name.</summary>
    public (string Name, ulong Offset)? Containing(ulong address)
    {
        var index = Array.BinarySearch(_starts, address);
        index = index < 0 ? ~index - 1 : index;
        return index >= 0 && index + 1 < _starts.Length ? (_names[index], address - _starts[index]) : null;
    }

    /// <summary>Each with its first address and the one behind its last, by address.</summary>
    public IEnumerable<(string Name, ulong Start, ulong End)> All =>
        Enumerable.Range(0, _starts.Length - 1).Select(i => (_names[i], _starts[i], _starts[i + 1]));
}
