using ClickUpMcp.Driver;
using ClickUpMcp.OpenApi;
using ClickUpMcp.SpecDiff;
using ClickUpMcp.Tests;

namespace ClickUpMcp.Generators.Tests.SpecDiff;

/// <summary>The spec of this repository against ClickUp's documents: nothing differs but what is excused or listed.</summary>
public sealed class SpecDiffTests
{
    [Fact]
    public void The_spec_differs_from_the_documents_where_the_list_says()
    {
        IReadOnlyList<OpenApiOperation>? documented = OfficialDocuments.TryRead();
        Assert.SkipWhen(documented is null, OfficialDocuments.Absent);

        SpecComparison comparison = SpecComparison.Compare(SpecDocument.Read(), documented!);
        Ratchet ratchet = Ratchet.Compare(Ratchet.Read(), comparison.Differences, static _ => true);

        ratchet.New.ShouldBeEmpty("Bind it, or give a reason in 'unbound' or 'deviations' of the request.");
        if (GeneratedFile.IsAccepting)
        {
            ratchet.Shrink();
            return;
        }

        ratchet.Gone.ShouldBeEmpty($"Run './build.sh docs', which takes them from {Ratchet.Path}.");
    }

    [Fact]
    public void The_list_of_differences_is_sorted_and_has_no_line_twice()
    {
        IReadOnlyList<string> lines = Ratchet.Read();

        lines.ShouldBeUnique();
        lines.ShouldBe(lines.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_new_difference_and_a_line_that_is_gone_break_the_ratchet()
    {
        Difference found = new("CreateTask", "body.archived", Difference.NotBound);

        Ratchet held = Ratchet.Compare(["CreateTask body.archived: not bound"], [found], static _ => true);
        Ratchet grown = Ratchet.Compare([], [found], static _ => true);
        Ratchet stale = Ratchet.Compare(["GetTask query.x: not bound"], [], static id => id == "GetTask");
        Ratchet elsewhere = Ratchet.Compare(["GetTask query.x: not bound"], [], static id => id == "CreateTask");

        held.Holds.ShouldBeTrue();
        grown.New.ShouldBe(["CreateTask body.archived: not bound"]);
        stale.Gone.ShouldBe(["GetTask query.x: not bound"]);
        elsewhere.Holds.ShouldBeTrue();
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
        text.ShouldContain(" + query.archived: ");
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
