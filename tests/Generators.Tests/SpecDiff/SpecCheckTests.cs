using ClickUpMcp.Driver;
using ClickUpMcp.SpecDiff;

namespace ClickUpMcp.Generators.Tests.SpecDiff;

/// <summary>The spec is checked without a compiler, with the compiler's words.</summary>
public sealed class SpecCheckTests
{
    [Fact]
    public void Nothing_is_wrong_with_the_spec()
    {
        (int code, string output) = Check();

        code.ShouldBe(0, output);
        output.ShouldContain("nothing is wrong");
    }

    [Fact]
    public void A_draft_is_checked_in_place_of_the_file_of_its_name()
    {
        string folder = Directory.CreateTempSubdirectory("clickup-mcp-spec-").FullName;
        string draft = Path.Combine(folder, "goals.json");
        string text = Repository.Read("spec", "tools", "goals.json");
        File.WriteAllText(
            draft,
            text.Replace("\"category\": \"goals\"", "\"category\": \"gols\"", StringComparison.Ordinal)
        );

        (int code, string output) = Check(draft);
        Directory.Delete(folder, recursive: true);

        code.ShouldBe(1);
        string[] lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines[0].ShouldStartWith($"{draft}(");
        lines[0].ShouldContain("error CUMCP305: 'gols' is not a category of this spec; did you mean 'goals'?");
    }

    [Fact]
    public void A_file_that_is_not_there_is_said() => Check("/nowhere.json").Code.ShouldBe(1);

    private static (int Code, string Output) Check(params string[] files)
    {
        using StringWriter output = new();
        int code = SpecCheckCommand.Run(files, output, output);
        return (code, output.ToString());
    }
}
