using System.Buffers.Text;
using System.Text;
using ClickUpMcp.Errors;
using ClickUpMcp.Projection;

namespace ClickUpMcp.Tests.Fuzz;

/// <summary>Only a cursor that was given out is read, as it was given out; any other is refused with words.</summary>
internal sealed class CursorTarget : IFuzzTarget
{
    private static readonly PaginationStyle[] Styles = Enum.GetValues<PaginationStyle>();

    private readonly CursorCodec _codec = new(SealKey.Of("0123456789abcdef"), "anna", new ManualTimeProvider());
    private readonly byte[] _binding;
    private readonly Dictionary<string, (PagePosition Position, PaginationStyle Style)> _given = [];

    public CursorTarget()
    {
        _binding = _codec.Bind("list_tasks", "{}"u8);
        foreach (PaginationStyle style in Styles)
        {
            foreach (string value in (string[])["", "1", "é 2026", new string('x', 100)])
            {
                PagePosition position = new(value, value.Length);
                _given[_codec.Encode(position, style, _binding)] = (position, style);
            }
        }

        Seeds = [.. _given.Keys.Select(Encoding.ASCII.GetBytes), .. _given.Keys.Select(static c => Raw(c))];
    }

    public string Name => "cursor";

    public IReadOnlyList<byte[]> Seeds { get; }

    public IReadOnlyList<string> Words { get; } = ["=", "==", "\n", "%3D", "+", "/"];

    public void Run(byte[] input)
    {
        string cursor = input is [0, .. var bytes] ? Base64Url.EncodeToString(bytes) : FuzzCheck.Text(input);
        foreach (PaginationStyle style in Styles)
        {
            try
            {
                PagePosition position = _codec.Decode(cursor, style, _binding);
                FuzzCheck.Holds(
                    _given.TryGetValue(cursor, out (PagePosition, PaginationStyle) given) && given == (position, style),
                    "a forged cursor was read"
                );
            }
            catch (ActionableException)
            {
                bool isGiven = _given.TryGetValue(cursor, out (PagePosition, PaginationStyle Style) given);
                FuzzCheck.Holds(!isGiven || given.Style != style, "a good cursor was refused");
            }
        }
    }

    /// <summary>The bytes of a cursor, marked so that they are encoded after they were mutated.</summary>
    private static byte[] Raw(string cursor) => [0, .. Base64Url.DecodeFromChars(cursor)];
}
