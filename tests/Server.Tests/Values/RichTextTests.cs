using System.Text.Json;
using ClickUpMcp.Driver;
using ClickUpMcp.Projection;
using ClickUpMcp.Values;

namespace ClickUpMcp.Tests.Values;

/// <summary>What Markdown becomes in a comment and how comments are shown fit together.</summary>
public class RichTextTests
{
    private const int Documents = 10_000;

    [Fact]
    public void What_is_shown_becomes_a_comment_that_is_shown_the_same()
    {
        MarkdownDocuments documents = new(seed: 1);
        for (int i = 0; i < Documents; i++)
        {
            string markdown = documents.Next();
            string shown = Show(markdown);
            Show(shown).ShouldBe(shown, $"document {i}:\n{markdown}");
        }
    }

    [Fact]
    public void Pages_that_people_wrote_are_shown_the_same_and_keep_their_words()
    {
        string[] pages = Directory.GetFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories);
        pages.Length.ShouldBeGreaterThan(50);
        foreach (string page in pages)
        {
            string markdown = File.ReadAllText(page);
            string shown = Show(markdown);

            Show(shown).ShouldBe(shown, page);
            Letters(shown).Length.ShouldBeGreaterThan(Letters(markdown).Length * 9 / 10, page);
        }
    }

    [Theory]
    [InlineData("1. a\n2. b\n   - c\n   - d\n3. e")]
    [InlineData("7. seven\n8. eight")]
    [InlineData("1. a\n\ntext\n\n2. b")]
    [InlineData("> quoted\n> more\n\n> > twice")]
    [InlineData("- a\n  > quoted\n- b")]
    [InlineData("```csharp\nvar *x*;\n```")]
    [InlineData("````\n```\n````")]
    [InlineData("<https://e.com/a_b> and <a@b.example>")]
    [InlineData("[a b](<https://e.com/a b>)")]
    [InlineData("snake_case, 2 * 3, C:\\dir, a < b > c, #42, me@home, [x] (y)")]
    [InlineData("\\# no heading\n\\- no item\n1\\. no number")]
    [InlineData("**a**.b *c **d** e* ~~f~~")]
    public void Markdown_is_shown_as_it_was_written(string markdown) => Show(markdown).ShouldBe(markdown);

    [Theory]
    [InlineData("| a | **b** |\n|---|:-:|\n| [c](https://e.com) | d |", "**a | b**\n[c](https://e.com) | d")]
    [InlineData("## Title\ntext", "**Title**\ntext")]
    [InlineData("* a\n\n* b", "- a\n- b")]
    [InlineData("1. a\n  - b\n    - c\n2. d", "1. a\n   - b\n     - c\n2. d")]
    [InlineData("- a\nb", "- a\nb")]
    [InlineData("***\n- - -\n-----", "\\*\\*\\*\n\\- - -\n-----")]
    public void Other_forms_are_shown_in_one_form(string markdown, string shown) => Show(markdown).ShouldBe(shown);

    [Theory]
    [InlineData("*_", "_*")]
    [InlineData("[*`~~x", "")]
    [InlineData("[a](", "")]
    [InlineData("[a](<b> \"", "")]
    [InlineData("> ", "")]
    [InlineData("- ", "")]
    [InlineData("1. ", "")]
    [InlineData("`", "a")]
    [InlineData("<a:", "")]
    [InlineData("*a **a ", "")]
    [InlineData("a\n> ", "")]
    [InlineData("- a\n", "")]
    [InlineData("![[", "]]")]
    [InlineData("\\", "")]
    [InlineData("|a|\n|-|\n", "")]
    public void Work_grows_with_the_length_alone(string head, string tail)
    {
        long small = Allocated(head, tail, 4_000);
        long large = Allocated(head, tail, 32_000);

        large.ShouldBeLessThan((small * 8 * 3 / 2) + 1_000_000);
    }

    private static long Allocated(string head, string tail, int length)
    {
        int times = length / (head.Length + tail.Length);
        string text = string.Concat(Enumerable.Repeat(head, times)) + string.Concat(Enumerable.Repeat(tail, times));
        Show(text);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Show(text);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static string Show(string markdown)
    {
        JsonElement blocks = CommentMarkdown.Convert(markdown, MentionTable.Empty).Blocks;
        return BlockReader.Read(blocks) ?? string.Empty;
    }

    private static string Letters(string text) => new([.. text.Where(char.IsLetter)]);
}
