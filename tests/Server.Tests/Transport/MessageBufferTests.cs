using System.Text;
using System.Text.Json;
using ClickUpMcp.Protocol.Messages;

namespace ClickUpMcp.Server.Tests.Transport;

public sealed class MessageBufferTests
{
    private const string Alphabet = "ab\"\\/\n\r\t\b\f\0\u0001\u001f\u007f é€\u2028\ud83d\ude00";

    [Fact]
    public void Any_text_survives_as_a_json_string_on_one_line()
    {
        var random = new Random(7);
        for (int i = 0; i < 20_000; i++)
        {
            string text = new([
                .. Enumerable.Range(0, random.Next(60)).Select(_ => Alphabet[random.Next(Alphabet.Length)]),
            ]);
            using var buffer = new MessageBuffer();
            byte[] json = buffer.AppendString(text).Written.ToArray();

            using var document = JsonDocument.Parse(json);
            // Half a surrogate pair is no text; both sides turn it into U+FFFD.
            document.RootElement.GetString().ShouldBe(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)));
            json.ShouldNotContain((byte)'\n');
        }
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(0.1, "0.1")]
    [InlineData(-2, "-2")]
    [InlineData(1e300, "1E+300")]
    public void Numbers_are_written_as_json(double number, string json)
    {
        using var buffer = new MessageBuffer();
        Encoding.UTF8.GetString(buffer.Append(number).Written).ShouldBe(json);
    }
}
