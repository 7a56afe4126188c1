using System.Text;

namespace ClickUpMcp.Generators.Tests;

/// <summary>Whatever stands in a spec file, the generator reports it and goes on.</summary>
public sealed class FuzzTests
{
    private const int CasesPerKind = 500;

    private static readonly string[] Fragments =
    [
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\"",
        "null",
        "true",
        "-1",
        "1e400",
        "99999999999999999999",
        "\"$\"",
        "\"$a.b.c\"",
        "\"{\"",
        "\"\"",
        "{}",
        "[]",
        "\\u0000",
        "\\ud800",
        "é",
        "\0",
        "\r",
        "\"constructor\"",
        "\"name\": 5",
        "\"$$\"",
        "\"array\"",
        "\"object\"",
        "\"entity\"",
        "\"within\": [\"list\"]",
        "\"a_b\"",
        "\"AB\"",
        "[[[[[[",
        "\"extends\": \"task\"",
    ];

    [Theory]
    [InlineData("truncate")]
    [InlineData("insert")]
    [InlineData("delete")]
    [InlineData("swap")]
    public void Damaged_text_never_breaks_the_generator(string kind)
    {
        var random = new Random(20260101);
        int broken = 0;
        for (int i = 0; i < CasesPerKind; i++)
        {
            bool inRoot = random.Next(2) == 0;
            string text = Damage(inRoot ? SampleSpec.Root : SampleSpec.Tools, kind, random);
            IReadOnlyList<SpecText> files = inRoot ? SampleSpec.Files(root: text) : SampleSpec.Files(tools: text);

            // The harness fails on CS8785, on an exception, and on a difference between two runs.
            GeneratorRun run = GeneratorHarness.Run(files);

            run.Diagnostics.ShouldAllBe(d => !d.StartsWith("CUMCP099"), text);
            broken += run.Diagnostics.Count > 0 ? 1 : 0;
        }

        broken.ShouldBeGreaterThan(CasesPerKind / 2);
    }

    private static string Damage(string text, string kind, Random random)
    {
        int at = random.Next(text.Length);
        return kind switch
        {
            "truncate" => text[..at],
            "insert" => text.Insert(at, Fragments[random.Next(Fragments.Length)]),
            "delete" => text.Remove(at, Math.Min(random.Next(1, 40), text.Length - at)),
            _ => SwapTokens(text, random),
        };
    }

    // Keeps the JSON valid most of the time: replaces whole values and keys by other ones.
    private static string SwapTokens(string text, Random random)
    {
        string[] tokens = Tokens(text);
        int[] words = [.. Enumerable.Range(0, tokens.Length).Where(i => tokens[i].Length > 1)];
        for (int swaps = random.Next(1, 4); swaps > 0; swaps--)
        {
            int target = words[random.Next(words.Length)];
            tokens[target] =
                random.Next(3) == 0
                    ? Fragments[random.Next(Fragments.Length)]
                    : tokens[words[random.Next(words.Length)]];
        }

        return string.Concat(tokens);
    }

    private static string[] Tokens(string text)
    {
        var tokens = new List<string>();
        var current = new StringBuilder();
        bool inString = false;
        foreach (char c in text)
        {
            bool isWord = inString || c == '"' || char.IsLetterOrDigit(c) || c is '.' or '-';
            if (!isWord && current.Length > 0)
            {
                tokens.Add(current.ToString());
                current.Clear();
            }

            inString ^= c == '"';
            if (isWord)
            {
                current.Append(c);
            }
            else
            {
                tokens.Add(c.ToString());
            }
        }

        return [.. tokens];
    }
}
