using System.Text.Json;
using ClickUpMcp.Generators.Diagnostics;
using ClickUpMcp.Generators.Json;
using Microsoft.CodeAnalysis.Text;

namespace ClickUpMcp.Generators.Tests;

/// <summary>Our JSON reader accepts what System.Text.Json accepts, and reads the same.</summary>
public sealed class JsonReaderTests
{
    [Theory]
    [InlineData("""{"a": [1, -0.5e+3, true, false, null, "x"], "b": {}}""")]
    [InlineData("""  "\u00e9\ud83d\ude00\"\\\/\b\f\n\r\t"  """)]
    [InlineData("0")]
    [InlineData("01")]
    [InlineData("-")]
    [InlineData("1.")]
    [InlineData("1e")]
    [InlineData("+1")]
    [InlineData("[1,]")]
    [InlineData("[,]")]
    [InlineData("{'a': 1}")]
    [InlineData("{\"a\" 1}")]
    [InlineData("tru")]
    [InlineData("nulll")]
    [InlineData("// x\n1")]
    [InlineData("\"a\nb\"")]
    [InlineData("\"\\u12g4\"")]
    [InlineData("\"\\u 123\"")]
    [InlineData("\"\\u+123\"")]
    [InlineData("")]
    [InlineData("1 2")]
    [InlineData("\u00a01")]
    public void Agrees_with_a_known_reader(string text) => _ = ShouldAgree(text);

    [Fact]
    public void Agrees_with_a_known_reader_on_generated_texts()
    {
        const int Count = 20_000;
        var texts = new JsonTexts(seed: 7);
        int valid = 0;
        int nested = 0;
        for (int i = 0; i < Count; i++)
        {
            if (ShouldAgree(texts.Next()) is { } read)
            {
                valid++;
                nested += Depth(read) >= 2 ? 1 : 0;
            }
        }

        valid.ShouldBeInRange(Count * 7 / 10, Count * 9 / 10);
        nested.ShouldBeGreaterThan(Count / 2);
    }

    [Theory]
    [InlineData("a\nbc\r\nd\re", 8, 3, 0)]
    [InlineData("a\nbc\r\nd\re", 3, 1, 1)]
    [InlineData("", 0, 0, 0)]
    public void Lines_end_as_in_the_compiler(string text, int offset, int line, int column)
    {
        LinePosition expected = SourceText.From(text).Lines.GetLinePosition(offset);

        LinePosition actual = new JsonSource("x", text).Lines(new TextSpan(offset, 0)).Start;

        actual.ShouldBe(expected);
        actual.ShouldBe(new LinePosition(line, column));
    }

    [Fact]
    public void Duplicate_keys_keep_the_first()
    {
        var bag = new DiagnosticBag();

        JsonValue value = JsonReader.Read(new JsonSource("x", """{"a": 1, "a": 2}"""), bag)!;

        JsonWriter.Write(value).ShouldBe("""{"a":1}""");
        bag.Diagnostics.Single().Span.Start.ShouldBe(9);
    }

    /// <summary>Containers within each other; nothing in an empty one counts for none.</summary>
    private static int Depth(JsonValue value) =>
        value
            .Items.Concat(value.Members.Select(member => member.Value))
            .Select(inner => Depth(inner) + 1)
            .DefaultIfEmpty(0)
            .Max();

    /// <summary>Reads a text as the known reader does; null where neither can.</summary>
    private static JsonValue? ShouldAgree(string text)
    {
        string? expected = null;
        try
        {
            using JsonDocument document = JsonDocument.Parse(
                text,
                new JsonDocumentOptions { AllowDuplicateProperties = false }
            );
            expected = JsonSerializer.Serialize(document.RootElement);
        }
        catch (JsonException)
        {
            // Stays null.
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair, which both refuse.
        }

        var bag = new DiagnosticBag();
        JsonValue? value = JsonReader.Read(new JsonSource("x", text), bag);

        (value is not null && bag.Diagnostics.Count == 0).ShouldBe(expected is not null, text);
        if (expected is not null)
        {
            using JsonDocument written = JsonDocument.Parse(JsonWriter.Write(value!));
            JsonSerializer.Serialize(written.RootElement).ShouldBe(expected, text);
        }

        return expected is null ? null : value;
    }
}
