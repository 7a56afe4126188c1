using ClickUpMcp.Driver;
using ClickUpMcp.OpenApi;
using ClickUpMcp.SpecDiff;

namespace ClickUpMcp.Generators.Tests.SpecDiff;

/// <summary>The spec of this repository against ClickUp's documents: nothing differs but what is excused.</summary>
public sealed class SpecDiffTests
{
    [Fact]
    public void Everything_documented_is_bound_or_has_its_reason()
    {
        IReadOnlyList<OpenApiOperation>? documented = OfficialDocuments.TryRead();
        Assert.SkipWhen(documented is null, OfficialDocuments.Absent);

        SpecComparison comparison = SpecComparison.Compare(SpecDocument.Read(), documented!);

        comparison.Differences.ShouldBeEmpty("Bind it, or give a reason in 'unbound' or 'deviations' of the request.");
        comparison.Excused.Count.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void The_command_names_each_difference_and_fails_for_a_new_one()
    {
        using TemporaryFile older = new(SampleDocument.With("\"CreateTask\"", "\"CreateTasks\""));
        using TemporaryFile newer = new(SampleDocument.Json);
        StringWriter output = new();

        int exitCode = SpecDiffCommand.Run([newer.Path, "--against", older.Path], output, TextWriter.Null);

        exitCode.ShouldBe(1);
        string text = output.ToString();
        text.ShouldContain("CreateTask\n  operation: added, POST /api/v2/list/{}/task\n");
        text.ShouldContain("  query.archived: ");
        text.ShouldContain("3 operations, 5 query parameters, 13 body leaves");
    }

    [Theory]
    [InlineData("--agianst")]
    [InlineData("--against")]
    public void The_command_explains_itself_when_arguments_make_no_sense(string argument)
    {
        StringWriter errors = new();

        SpecDiffCommand.Run([argument], TextWriter.Null, errors).ShouldBe(2);

        errors.ToString().ShouldContain("[--against OLDER]");
    }

    [Fact]
    public void A_file_that_is_no_document_is_an_error_and_no_crash()
    {
        using TemporaryFile file = new("{}");

        SpecDiffCommand.Run([file.Path], TextWriter.Null, new StringWriter()).ShouldBe(1);
        SpecDiffCommand.Run([Repository.At("docs")], TextWriter.Null, new StringWriter()).ShouldBe(1);
    }
}
