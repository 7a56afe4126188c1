using ClickUpMcp.Errors;
using ClickUpMcp.Values;

namespace ClickUpMcp.Tests.Values;

/// <summary>The sections of a page: found exactly, changed alone.</summary>
public sealed class PageSectionTests
{
    private const string Guide =
        "Before all.\n\n# Guide\n\nIntro.\n\n## Setup\n\nInstall it.\n\n### Linux\n\napt\n\n## Notes\n\nOne.\n\n# Annex\n\n## Notes\n\nTwo.\n\n## Setup\n\nElsewhere.\n";

    [Theory]
    [InlineData("# A\n\n```\n# no\n```\n\n~~~sh\n# no\n~~~\n\n## B", "A|A > B")]
    [InlineData("# A\n\n````\n```\n# no\n````\n\n    # no\n", "A")]
    [InlineData("A\n=\n\nB\n-----\n\ntext\n\n***\n", "A|A > B")]
    [InlineData("Two\nlines\n===\n\ntext", "Two lines")]
    [InlineData("> # no\n\n- # no\n\n1. ## no\n\n# yes", "yes")]
    [InlineData("<!--\n# no\n-->\n\n<div>\n# no\n</div>\n\n# yes", "yes")]
    [InlineData("#no\n\n####### no\n\n\\# no\n\n   # yes ##\n", "yes")]
    [InlineData("# **Bold** and `code` and [link](https://x.test) \\* ~~out~~", "Bold and code and link * out")]
    [InlineData("# A\r\n\r\n## B\r\nx\r\n\r\nC\r\n---\r\ny", "A|A > B|A > C")]
    [InlineData("# A\n## N\n## N\n# B\n## N", "A|A > N [1]|A > N [2]|B|B > N")]
    [InlineData("### deep\n# top\n## below\n#### far\n", "deep|top|top > below|top > below > far")]
    [InlineData("#\n\n# \n", " [1]| [2]")]
    [InlineData("", "")]
    [InlineData("# A\n\n```\n# never closed", "A")]
    public void Headings_are_those_of_the_grammar(string page, string paths) =>
        string.Join('|', PageOutline.Read(page).Headings.Select(static heading => heading.Path)).ShouldBe(paths);

    [Theory]
    [InlineData("Linux", "### Linux\n\napt")]
    [InlineData("linux", "### Linux\n\napt")]
    [InlineData("### Linux", "### Linux\n\napt")]
    [InlineData(" Guide > Setup ", "## Setup\n\nInstall it.\n\n### Linux\n\napt")]
    [InlineData("Guide>Setup", "## Setup\n\nInstall it.\n\n### Linux\n\napt")]
    [InlineData("Annex > Setup", "## Setup\n\nElsewhere.")]
    [InlineData("Guide > Linux", "### Linux\n\napt")]
    [InlineData("Annex > notes", "## Notes\n\nTwo.")]
    public void A_section_is_found_by_its_heading_or_path(string section, string text)
    {
        PageOutline outline = PageOutline.Read(Guide);

        outline.TextOf(SectionFinder.Find(outline, section)).ShouldBe(text);
    }

    [Theory]
    [InlineData("Notes", "2 sections", "Guide > Notes|Annex > Notes")]
    [InlineData(
        "Note",
        "no section",
        "Guide|Guide > Setup|Guide > Setup > Linux|Guide > Notes|Annex|Annex > Notes|Annex > Setup"
    )]
    [InlineData(
        "Annex > Linux",
        "no section",
        "Guide|Guide > Setup|Guide > Setup > Linux|Guide > Notes|Annex|Annex > Notes|Annex > Setup"
    )]
    [InlineData(
        "## Guide",
        "no section",
        "Guide|Guide > Setup|Guide > Setup > Linux|Guide > Notes|Annex|Annex > Notes|Annex > Setup"
    )]
    [InlineData(
        "apt",
        "no section",
        "Guide|Guide > Setup|Guide > Setup > Linux|Guide > Notes|Annex|Annex > Notes|Annex > Setup"
    )]
    public void What_is_not_one_section_is_refused_with_those_there_are(string section, string what, string options)
    {
        PageOutline outline = PageOutline.Read(Guide);

        ActionableException refusal = Should.Throw<ActionableException>(() => SectionFinder.Find(outline, section));

        refusal.What.ShouldContain(what);
        string.Join('|', refusal.Options).ShouldBe(options);
    }

    [Fact]
    public void Like_named_sections_are_told_apart_by_number()
    {
        PageOutline outline = PageOutline.Read("# A\n\n## N\n\n1\n\n## N\n\n2\n\n# B > C\n\n3\n\n# N [7]\n\n4");

        outline.TextOf(SectionFinder.Find(outline, "A > N [2]")).ShouldBe("## N\n\n2");
        outline.TextOf(SectionFinder.Find(outline, "N [1]")).ShouldBe("## N\n\n1");
        outline.TextOf(SectionFinder.Find(outline, "B > C")).ShouldBe("# B > C\n\n3");
        outline.TextOf(SectionFinder.Find(outline, "N [7]")).ShouldBe("# N [7]\n\n4");
        Should.Throw<ActionableException>(() => SectionFinder.Find(outline, "N [3]"));
    }

    [Fact]
    public void Replacing_keeps_everything_else()
    {
        PageOutline outline = PageOutline.Read(Guide);

        SectionEdit
            .Replace(outline, SectionFinder.Find(outline, "Guide > Setup"), "\n\nNew.\n\n### Mac\n\nbrew\n\n")
            .ShouldBe(
                Guide.Replace("Install it.\n\n### Linux\n\napt", "New.\n\n### Mac\n\nbrew", StringComparison.Ordinal)
            );
        SectionEdit
            .Replace(outline, SectionFinder.Find(outline, "Annex > Setup"), "## Set up\n\nNew.")
            .ShouldBe(Guide.Replace("## Setup\n\nElsewhere.", "## Set up\n\nNew.", StringComparison.Ordinal));
        SectionEdit
            .Replace(outline, SectionFinder.Find(outline, "Linux"), "")
            .ShouldBe(Guide.Replace("### Linux\n\napt", "### Linux", StringComparison.Ordinal));
    }

    [Fact]
    public void Appended_text_belongs_to_the_section_and_a_subsection_comes_behind_the_others()
    {
        PageOutline outline = PageOutline.Read(Guide);
        PageHeading setup = SectionFinder.Find(outline, "Guide > Setup");

        SectionEdit
            .Append(outline, setup, "More.")
            .ShouldBe(Guide.Replace("Install it.\n", "Install it.\n\nMore.\n", StringComparison.Ordinal));
        SectionEdit
            .Append(outline, setup, "### Mac\n\nbrew")
            .ShouldBe(Guide.Replace("apt\n", "apt\n\n### Mac\n\nbrew\n", StringComparison.Ordinal));
        SectionEdit.Append(outline, SectionFinder.Find(outline, "Annex > Setup"), "End.").ShouldBe($"{Guide}\nEnd.\n");
    }

    [Fact]
    public void Line_ends_of_the_page_stay_its_own()
    {
        PageOutline outline = PageOutline.Read("# A\r\n\r\nx\r\n\r\nB\r\n===\r\n\r\ny\r\n");

        SectionEdit
            .Replace(outline, outline.Headings[0], "one\ntwo")
            .ShouldBe("# A\r\n\r\none\r\ntwo\r\n\r\nB\r\n===\r\n\r\ny\r\n");
        SectionEdit.Replace(outline, outline.Headings[1], "z").ShouldBe("# A\r\n\r\nx\r\n\r\nB\r\n===\r\n\r\nz\r\n");
    }

    [Theory]
    [InlineData("text\n\n# Out")]
    [InlineData("text\n\n## Out")]
    [InlineData("Out\n===\n\ntext")]
    [InlineData("```\nnever closed")]
    [InlineData("~~~\n```")]
    [InlineData("<!-- never closed")]
    [InlineData("<script>\nnever closed")]
    public void A_text_that_would_change_other_sections_is_refused(string text)
    {
        PageOutline outline = PageOutline.Read(Guide);
        PageHeading setup = SectionFinder.Find(outline, "Guide > Setup");

        Should
            .Throw<ActionableException>(() => SectionEdit.Append(outline, setup, text))
            .Why!.ShouldContain("Nothing was changed");
        Should
            .Throw<ActionableException>(() => SectionEdit.Replace(outline, setup, $"First.\n\n{text}"))
            .Why!.ShouldContain("Nothing was changed");
    }

    [Fact]
    public void Nothing_is_added_to_code_that_is_never_closed()
    {
        PageOutline outline = PageOutline.Read("# A\n\n```\ncode");

        Should.Throw<ActionableException>(() => SectionEdit.Append(outline, outline.Headings[0], "text"));
        SectionEdit.Replace(outline, outline.Headings[0], "text").ShouldBe("# A\n\ntext");
    }

    /// <summary>Whatever the pages are made of: a section that is replaced by its own text leaves the page's sections as they were.</summary>
    [Fact]
    public void Replacing_a_section_by_itself_changes_no_other()
    {
        string[] pieces =
        [
            "# A",
            "## B",
            "### C",
            "Set\n---",
            "Ext\n===",
            "text",
            "- item\n  # no",
            "> # no",
            "```\n# no\n```",
            "    # no",
            "<div>\n# no\n</div>",
            "| a |\n| - |",
            "[x]: https://x.test",
            "***",
        ];
        Random random = new(4_711);
        for (int round = 0; round < 2_000; round++)
        {
            string end = random.Next(2) == 0 ? "\n" : "\r\n";
            string page = string.Join(
                random.Next(3) == 0 ? "\n" : "\n\n",
                Enumerable.Range(0, random.Next(1, 12)).Select(_ => pieces[random.Next(pieces.Length)])
            );
            PageOutline outline = PageOutline.Read(page.ReplaceLineEndings(end));
            foreach (PageHeading heading in outline.Headings)
            {
                string body = outline.Page[heading.Body..heading.End];
                PageOutline now = PageOutline.Read(SectionEdit.Replace(outline, heading, body));

                now.Headings.Select(static one => one.Path)
                    .ShouldBe(outline.Headings.Select(static one => one.Path), page);
                foreach ((PageHeading was, PageHeading @is) in outline.Headings.Zip(now.Headings))
                {
                    if (was.Start >= heading.End || was.End <= heading.Start)
                    {
                        now.TextOf(@is).ShouldBe(outline.TextOf(was), page);
                    }
                }
            }
        }
    }
}
