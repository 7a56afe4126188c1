using System.Text;
using ClickUpMcp.Driver;
using ClickUpMcp.Tools;

namespace ClickUpMcp.Tests.Catalogue;

/// <summary>P-04: no definition changes unseen; what a client may have approved is a committed file.</summary>
[Trait("Writes", "files")]
public sealed class DefinitionSnapshotTests
{
    [Fact]
    public void P_04_every_definition_is_the_committed_one()
    {
        for (int category = 0; category < ToolCatalog.CategoryNames.Length; category++)
        {
            StringBuilder lines = new();
            for (int index = 0; index < ToolCatalog.Count; index++)
            {
                if (ToolCatalog.CategoryIndex(index) == category)
                {
                    lines.Append(Encoding.UTF8.GetString(ToolCatalog.Definition(index))).Append('\n');
                }
            }

            string name = ToolCatalog.CategoryNames[category];
            GeneratedFile.ShouldMatch(
                lines.ToString(),
                "tests",
                "Server.Tests",
                "Catalogue",
                "Snapshots",
                $"{name}.verified.jsonl"
            );
        }
    }

    [Fact]
    public void P_02_the_instructions_are_the_committed_ones() =>
        GeneratedFile.ShouldMatch(
            ToolCatalog.Instructions + "\n",
            "tests",
            "Server.Tests",
            "Catalogue",
            "Snapshots",
            "instructions.verified.txt"
        );

    /// <remarks>Names and aliases never disappear: a client that learnt one keeps calling it (docs/tool-names.md).</remarks>
    [Fact]
    public void Every_name_that_was_ever_published_still_finds_its_tool()
    {
        string[] path = ["tests", "Server.Tests", "Catalogue", "Snapshots", "names.verified.txt"];
        string published = File.Exists(Repository.At(path)) ? Repository.Read(path) : "";
        foreach (string name in published.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            ToolCatalog.Find(name).ShouldBeGreaterThanOrEqualTo(0, name);
        }

        StringBuilder names = new();
        for (int index = 0; index < ToolCatalog.Count; index++)
        {
            names
                .Append(string.Join(' ', [ToolCatalog.Name(index), .. ToolCatalog.Describe(index).Aliases]))
                .Append('\n');
        }

        GeneratedFile.ShouldMatch(names.ToString(), path);
    }
}
