using ClickUpMcp.Transport;

namespace ClickUpMcp.Tests.Fuzz;

/// <summary>Lines are those between line feeds, in whatever pieces the bytes arrive.</summary>
internal sealed class LineReaderTarget : IFuzzTarget
{
    public string Name => "line-reader";

    public IReadOnlyList<byte[]> Seeds { get; } =
    [
        "\u0001{}\n{}\n"u8.ToArray(),
        "\u0007a\n\nb\r\nc"u8.ToArray(),
        "\u0002\n"u8.ToArray(),
        [.. "\u007f"u8, .. new byte[20_000]],
    ];

    public IReadOnlyList<string> Words { get; } = ["\n", "\n\n", "\r\n"];

    public void Run(byte[] input)
    {
        if (input.Length == 0)
        {
            return;
        }

        byte[] bytes = input[1..];
        List<byte[]> expected = [];
        int start = 0;
        for (int end = Array.IndexOf(bytes, (byte)'\n'); end >= 0; end = Array.IndexOf(bytes, (byte)'\n', start))
        {
            expected.Add(bytes[start..end]);
            start = end + 1;
        }

        if (start < bytes.Length)
        {
            expected.Add(bytes[start..]);
        }

        using PieceStream stream = new(bytes, Math.Max((byte)1, input[0]));
        using LineReader reader = new(stream);
        foreach (byte[] line in expected)
        {
            LineKind kind = reader.Read(out ReadOnlyMemory<byte> read);
            FuzzCheck.Holds(kind == LineKind.Line && read.Span.SequenceEqual(line), "another line was read");
        }

        FuzzCheck.Holds(reader.Read(out _) == LineKind.End, "there is more than was sent");
    }

    /// <summary>Gives so many bytes at a time.</summary>
    private sealed class PieceStream(byte[] bytes, int most) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) =>
            base.Read(buffer, offset, Math.Min(count, most));
    }
}
