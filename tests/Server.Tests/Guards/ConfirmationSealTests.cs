using System.Text.Json.Nodes;
using ClickUpMcp.Sandbox;
using ClickUpMcp.Tests.Examples;
using ClickUpMcp.Tools.Policy;
using ClickUpMcp.Tools.Runtime;
using EndToEnd.Tests.Catalogue;

namespace ClickUpMcp.Tests.Guards;

/// <summary>T-04: what a client brings back to confirm a call is good for that call, that person and that thing, once and not for long.</summary>
public sealed class ConfirmationSealTests
{
    private const string Ben = "ben";

    private static readonly ToolPolicyOptions Always = new() { Confirmation = ConfirmationRule.Always };

    private static readonly string Rename =
        $$"""{"task":"{{SandboxSeed.RichTaskId}}","name":"Another name","due_date":"in 3 hours"}""";

    public static TheoryData<string> Writers => ConfirmationTests.Writers;

    public static TheoryData<bool> Forms => [false, true];

    [Theory]
    [MemberData(nameof(Writers))]
    public async Task T_04_of_each_tool_a_confirmation_is_good_once(string name)
    {
        foreach (JsonObject example in SpecTool.All.Single(tool => tool.Name == name).AgreedExamples)
        {
            SandboxSession session = new(Always);
            string call = example.ToJsonString();
            string state = await AskAsync(session, name, call, isToken: false);
            await BringAsync(session, name, call, state, isToken: false);
            int sent = Writes(session);
            ToolResult again = await BringAsync(session, name, call, state, isToken: false);
            Writes(session).ShouldBe(sent, again.Text);
        }
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task T_04_it_does_what_was_shown_whenever_it_comes_back(bool isToken)
    {
        SandboxSession session = new(Always);
        string text = await AskAsync(session, "update_task", Rename, isToken);
        long due = session.Time.GetUtcNow().AddHours(3).ToUnixTimeMilliseconds();
        session.Time.Advance(TimeSpan.FromMinutes(4.9));
        (await BringAsync(session, "update_task", Rename, text, isToken)).IsError.ShouldBeFalse();
        JsonNode body = JsonNode.Parse(session.Sent.Single(static sent => sent.Method == "PUT").Body)!;
        body["due_date"]!.GetValue<long>().ShouldBe(due, "dates are those that were shown");
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task T_04_after_five_minutes_it_is_refused(bool isToken)
    {
        SandboxSession session = new(Always);
        string text = await AskAsync(session, "update_task", Rename, isToken);
        session.Time.Advance(TimeSpan.FromMinutes(5.1));
        await RefusesAsync(session, Rename, text, isToken, "expired");
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task T_04_with_other_arguments_it_is_refused(bool isToken)
    {
        SandboxSession session = new(Always);
        string text = await AskAsync(session, "update_task", Rename, isToken);
        await RefusesAsync(
            session,
            Rename.Replace("Another", "A worse", StringComparison.Ordinal),
            text,
            isToken,
            "does not belong"
        );
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task T_04_of_another_tool_it_is_refused(bool isToken)
    {
        string call = $$"""{"task":"{{SandboxSeed.RichTaskId}}"}""";
        SandboxSession session = new(Always);
        string text = await AskAsync(session, "create_checklist", call.Insert(1, "\"name\":\"x\","), isToken);
        ToolResult refused = await BringAsync(session, "delete_task", call, text, isToken);
        refused.IsError.ShouldBeTrue(refused.Text);
        refused.Text.ShouldContain("does not belong");
        Writes(session).ShouldBe(0);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task T_04_of_another_principal_it_is_refused(bool isToken)
    {
        SandboxSession anna = new(Always);
        SandboxSession ben = new(Always, owner: Ben);
        string text = await AskAsync(anna, "update_task", Rename, isToken);
        await RefusesAsync(ben, Rename, text, isToken, "does not belong");
        (await BringAsync(anna, "update_task", Rename, text, isToken)).IsError.ShouldBeFalse();
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task T_04_when_the_thing_has_changed_it_is_refused(bool isToken)
    {
        SandboxSession session = new(Always);
        string text = await AskAsync(session, "update_task", Rename, isToken);
        session.Time.Advance(TimeSpan.FromSeconds(1));
        await ChangeAsync(session);
        int before = Writes(session);
        await RefusesAsync(session, Rename, text, isToken, "has changed since", before);
    }

    [Fact]
    public async Task T_04_when_the_thing_changes_while_the_person_thinks_it_is_refused()
    {
        SandboxSession session = new(Always);
        TestPerson slow = new(PersonReach.Waiting, PersonReply.Confirmed)
        {
            Before = async _ =>
            {
                session.Time.Advance(TimeSpan.FromSeconds(1));
                await ChangeAsync(session);
            },
        };
        ToolResult refused = await session.CallAsync("update_task", Rename, slow);
        refused.IsError.ShouldBeTrue(refused.Text);
        refused.Text.ShouldContain("has changed since");
        Writes(session).ShouldBe(1, "what the other one wrote");
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task T_04_altered_in_any_place_it_is_refused(bool isToken)
    {
        SandboxSession session = new(Always);
        string text = await AskAsync(session, "update_task", Rename, isToken);
        for (int i = 0; i < text.Length; i++)
        {
            string altered = text[..i] + (text[i] == 'A' ? 'B' : 'A') + text[(i + 1)..];
            ToolResult refused = await BringAsync(session, "update_task", Rename, altered, isToken);
            refused.IsError.ShouldBeTrue($"{i}: {refused.Text}");
        }

        foreach (string other in (string[])["", "A", text + "A", text[..^1], text + "==", $" {text}"])
        {
            ToolResult refused = await BringAsync(session, "update_task", Rename, other, isToken);
            refused.IsError.ShouldBeTrue(refused.Text);
        }

        Writes(session).ShouldBe(0);
    }

    [Fact]
    public async Task T_04_a_token_is_no_state_and_a_state_no_token()
    {
        SandboxSession session = new(Always);
        string token = await AskAsync(session, "update_task", Rename, isToken: true);
        string state = await AskAsync(session, "update_task", Rename, isToken: false);
        await RefusesAsync(session, Rename, token, isToken: false, "does not belong");
        await RefusesAsync(session, Rename, state, isToken: true, "does not belong");
    }

    [Fact]
    public async Task T_04_a_client_that_can_ask_gets_no_token_and_may_bring_none()
    {
        SandboxSession session = new(Always);
        string token = await AskAsync(session, "update_task", Rename, isToken: true);
        foreach (PersonReach reach in (PersonReach[])[PersonReach.Waiting, PersonReach.Returning])
        {
            TestPerson person = new(reach, PersonReply.Confirmed);
            ToolResult shown = await session.CallAsync("update_task", With("dry_run", true), person);
            shown.Text.ShouldNotContain("confirm:");
            ToolResult refused = await session.CallAsync("update_task", With("confirm", token), person);
            refused.IsError.ShouldBeTrue(refused.Text);
            person.Questions.ShouldBeEmpty();
        }

        Writes(session).ShouldBe(0);
    }

    [Theory]
    [InlineData(PersonReply.Declined)]
    [InlineData(PersonReply.Cancelled)]
    internal async Task T_04_a_no_uses_it_up(PersonReply reply)
    {
        SandboxSession session = new(Always);
        string state = await AskAsync(session, "update_task", Rename, isToken: false);
        ToolResult refused = await session.CallAsync(
            "update_task",
            Rename,
            new TestPerson(PersonReach.Returning, reply) { State = state }
        );
        refused.Text.ShouldContain("Nothing was changed.");
        await RefusesAsync(session, Rename, state, isToken: false, "used before");
    }

    [Fact]
    public async Task T_04_without_a_reply_the_person_is_asked_again_and_no_longer()
    {
        SandboxSession session = new(Always);
        string state = await AskAsync(session, "update_task", Rename, isToken: false);
        session.Time.Advance(TimeSpan.FromMinutes(4));
        ToolCallOutcome again = await session.RunAsync(
            "update_task",
            Rename,
            new TestPerson(PersonReach.Returning) { State = state }
        );
        string second = again.Needed.ShouldNotBeNull().State;
        session.Time.Advance(TimeSpan.FromMinutes(1.1));
        await RefusesAsync(session, Rename, second, isToken: false, "expired");
    }

    [Fact]
    public async Task T_04_of_several_that_bring_it_at_once_one_writes()
    {
        SandboxSession session = new(Always);
        string state = await AskAsync(session, "update_task", Rename, isToken: false);
        ToolResult[] results = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => BringAsync(session, "update_task", Rename, state, isToken: false))
        );
        results.Count(static result => !result.IsError).ShouldBe(1);
        Writes(session).ShouldBe(1);
    }

    [Fact]
    public async Task T_04_what_cannot_be_remembered_as_used_is_refused()
    {
        SandboxSession session = new(Always, spent: new ForgetfulStore());
        string state = await AskAsync(session, "update_task", Rename, isToken: false);
        await RefusesAsync(session, Rename, state, isToken: false, "used before");
    }

    [Fact]
    public async Task A_question_that_nobody_replies_to_ends_with_the_confirmation()
    {
        SandboxSession session = new(Always);
        TestPerson nobody = new(PersonReach.Waiting) { Before = static stop => Task.Delay(Timeout.Infinite, stop) };
        Task<ToolResult> call = session.CallAsync("update_task", Rename, nobody);
        nobody.Questions.Count.ShouldBe(1);
        session.Time.Advance(ConfirmationSeal.Lifetime);
        ToolResult ended = await call.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        ended.Text.ShouldContain("Nobody confirmed");
        Writes(session).ShouldBe(0);
    }

    private static Task ChangeAsync(SandboxSession session) =>
        session.CallAsync(
            "update_task",
            $$"""{"task":"{{SandboxSeed.RichTaskId}}","priority":"low"}""",
            new TestPerson(PersonReach.Waiting, PersonReply.Confirmed)
        );

    private static async Task<string> AskAsync(SandboxSession session, string tool, string call, bool isToken)
    {
        if (isToken)
        {
            JsonObject dry = JsonNode.Parse(call)!.AsObject();
            dry["dry_run"] = true;
            ToolResult shown = await session.CallAsync(tool, dry.ToJsonString());
            return shown.Text.Split("confirm: \"")[1].Split('"')[0];
        }

        ToolCallOutcome asked = await session.RunAsync(tool, call, new TestPerson(PersonReach.Returning));
        return asked.Needed.ShouldNotBeNull(asked.Result?.Text).State;
    }

    private static async Task<ToolResult> BringAsync(
        SandboxSession session,
        string tool,
        string call,
        string text,
        bool isToken
    )
    {
        if (!isToken)
        {
            return await session.CallAsync(
                tool,
                call,
                new TestPerson(PersonReach.Returning, PersonReply.Confirmed) { State = text }
            );
        }

        JsonObject confirmed = JsonNode.Parse(call)!.AsObject();
        confirmed["confirm"] = text;
        return await session.CallAsync(tool, confirmed.ToJsonString());
    }

    private static async Task RefusesAsync(
        SandboxSession session,
        string call,
        string text,
        bool isToken,
        string why,
        int writes = 0
    )
    {
        ToolResult refused = await BringAsync(session, "update_task", call, text, isToken);
        refused.IsError.ShouldBeTrue(refused.Text);
        refused.Text.ShouldContain(why);
        refused.Text.ShouldContain("Nothing was changed.");
        Writes(session).ShouldBe(writes);
    }

    private static string With(string name, JsonNode value)
    {
        JsonObject call = JsonNode.Parse(Rename)!.AsObject();
        call[name] = value;
        return call.ToJsonString();
    }

    private static int Writes(SandboxSession session) => session.Sent.Count(static sent => sent.Method != "GET");

    private sealed class ForgetfulStore : ISpentConfirmations
    {
        public ValueTask<bool> TrySpendAsync(
            string nonce,
            DateTimeOffset expires,
            CancellationToken cancellationToken
        ) => ValueTask.FromResult(false);
    }
}
