namespace ClickUpMcp.Tests.ReadBack;

/// <summary>Every write is compared with what came back, for all that it sends; what ClickUp ignores is told, and no more is claimed than was seen.</summary>
public sealed class ReadBackTests
{
    private const string NotShown = "not shown by what came back: ";
    private const string NothingShows = "nothing that came back shows: ";

    public static TheoryData<WriteCase> Writes => [.. WriteCase.All];

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task What_was_applied_is_not_said_to_be_ignored_and_what_nothing_shows_has_its_reason(WriteCase write)
    {
        int done = 0;
        foreach (string arguments in write.Calls)
        {
            WriteCall call = await WriteCall.MakeAsync(write, arguments);

            call.Text.ShouldNotContain(WriteCall.Ignored, customMessage: arguments);
            call.Text.ShouldNotContain("could not be read back", customMessage: arguments);
            NamesIn(call.Text).Where(name => !write.IsExcused(name)).ShouldBeEmpty($"{arguments}\n{call.Text}");
            done += call.IsError ? 0 : 1;
        }

        done.ShouldBeGreaterThan(0);
    }

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task An_argument_that_is_ignored_in_silence_is_told(WriteCase write)
    {
        Dictionary<string, bool> told = new(StringComparer.Ordinal);
        foreach (string arguments in write.Calls)
        {
            WriteCall usual = await WriteCall.MakeAsync(write, arguments);
            foreach (
                (string argument, string[] members) in usual.Sent.Where(sent =>
                    told.GetValueOrDefault(sent.Argument) != true
                )
            )
            {
                WriteCall ignored = await WriteCall.MakeAsync(write, arguments, members);
                bool isSame = ignored.ShowsTheSameAs(usual);
                bool isSaid = ignored.IsTold || NamesIn(ignored.Text).Contains(argument);
                // What makes no difference, or was not seen in the first place, cannot be told.
                if (isSaid || !(isSame || NamesIn(usual.Text).Contains(argument)))
                {
                    told[argument] = isSaid;
                }
            }
        }

        told.Where(static argument => !argument.Value).Select(static argument => argument.Key).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task A_write_that_is_ignored_whole_is_not_claimed(WriteCase write)
    {
        foreach (string arguments in write.Examples)
        {
            WriteCall ignored = await WriteCall.MakeAsync(write, arguments, isWhole: true);

            ignored.IsTold.ShouldBeTrue($"{arguments}\n{ignored.Text}");
        }
    }

    private static string[] NamesIn(string text) =>
        [
            .. new[] { NotShown, NothingShows }
                .Select(start => (Start: start, At: text.IndexOf(start, StringComparison.Ordinal)))
                .Where(static found => found.At >= 0)
                .SelectMany(found => text[(found.At + found.Start.Length)..].Split('.', 2)[0].Split(", ")),
        ];
}
