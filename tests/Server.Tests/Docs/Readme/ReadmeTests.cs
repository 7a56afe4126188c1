namespace ClickUpMcp.Tests.Docs.Readme;

/// <summary>What README shows and counts is what the program does.</summary>
[Trait("Writes", "files")]
public sealed class ReadmeTests
{
    [Fact]
    public async Task Its_figures_and_questions_are_up_to_date() =>
        GeneratedFile.ShouldMatch(
            ReadmePage.Write(await SampleSession.RunAsync(TestContext.Current.CancellationToken)),
            "README.md"
        );

    [Fact]
    public async Task Its_picture_is_of_a_session_that_was_run() =>
        GeneratedFile.ShouldMatch(
            SessionPicture.Draw(await SampleSession.RunAsync(TestContext.Current.CancellationToken)),
            "docs",
            "session.svg"
        );
}
