using System.Text;
using ClickUpMcp.Transport;

namespace ClickUpMcp.Server.Tests.Transport;

public sealed class LineReaderTests
{
    [Fact]
    public void Lines_do_not_depend_on_how_the_bytes_arrive()
    {
        var random = new Random(1);
        for (int round = 0; round < 60; round++)
        {
            string[] lines =
            [
                .. Enumerable.Range(0, random.Next(1, 8)).Select(i => new string((char)('a' + i), Length(random))),
            ];
            using var input = new ChoppyStream(Encoding.ASCII.GetBytes(string.Join('\n', lines) + '\n'), random);
            Read(input).ShouldBe(lines);
        }
    }

    [Fact]
    public void Reading_on_after_a_long_line_finds_the_next_one()
    {
        byte[] bytes =
        [
            .. new byte[LineReader.MaxLineLength + 5],
            (byte)'\n',
            .. "next\n"u8,
            .. new byte[2 * LineReader.MaxLineLength],
        ];
        using var input = new MemoryStream(bytes);
        Read(input).ShouldBe(["(too long)", "next", "(too long)"]);
    }

    private static int Length(Random random) =>
        random.Next(4) switch
        {
            0 => 0,
            1 => random.Next(100),
            2 => random.Next(16 * 1024 - 3, 16 * 1024 + 3),
            _ => random.Next(100_000),
        };

    private static List<string> Read(Stream input)
    {
        using var reader = new LineReader(input);
        var lines = new List<string>();
        while (true)
        {
            LineKind kind = reader.Read(out ReadOnlyMemory<byte> line);
            if (kind == LineKind.End)
            {
                return lines;
            }

            lines.Add(kind == LineKind.TooLong ? "(too long)" : Encoding.ASCII.GetString(line.Span));
        }
    }

    private sealed class ChoppyStream(byte[] bytes, Random random) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) =>
            base.Read(buffer, offset, random.Next(1, Math.Min(count, 5000) + 1));
    }
}
