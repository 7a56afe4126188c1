using System.Text;
using ClickUpMcp.Authorization.Records;
using ClickUpMcp.Authorization.Tests.Support;
using ClickUpMcp.Storage;

namespace ClickUpMcp.Authorization.Tests.Tokens;

/// <summary>What is kept tells nobody anything they could use (O-09), and goes when it must.</summary>
public sealed class KeptTests
{
    [Fact]
    [Trait("Requirement", "O-09")]
    [Trait("Requirement", "PA-09")]
    public async Task Nothing_that_was_given_away_stands_in_the_store_at_any_step()
    {
        await using Place place = new(hasSecondWorkspace: true);
        List<string> dumps = [];
        List<string?> canaries =
        [
            "clickup-app-secret-canary",
            Sandbox.SandboxSeed.MemberId.ToString(),
            "@acme.example",
            Place.Verifier,
            "client-state",
        ];
        Reply secretClient = await place
            .Open()
            .PostJsonAsync("/register", $$"""{"redirect_uris":["{{Place.Redirect}}"]}""");
        string client = await place.RegisterAsync();
        canaries.Add(secretClient.Text("client_secret"));
        WebBrowser browser = place.Open();

        string page = await Place.ConsentAsync(browser, Place.AuthorizeAddress(client));
        dumps.Add(await DumpAsync(place.Store));
        string back = await browser.AnswerClickUpAsync(page, Sandbox.SandboxSeed.MemberId);
        var returned = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(new Uri(back).Query);
        canaries.AddRange(returned["state"].ToString(), returned["state"].ToString().Split('.')[0], returned["code"]);
        Reply choice = await browser.GetAsync(back);
        dumps.Add(await DumpAsync(place.Store));
        Reply chosen = await browser.PostAsync(
            Paths.Workspaces,
            [("form_token", choice.FormToken), ("decision", "allow"), ("workspace", Sandbox.SandboxSeed.WorkspaceId)]
        );
        dumps.Add(await DumpAsync(place.Store));
        Reply answer = await browser.GetAsync(chosen.Location!);
        Reply tokens = await place.ExchangeAsync(client, answer.Parameter("code")!);
        Access access = (await place.FindAsync(tokens.Text("access_token")))!;
        canaries.AddRange(
            answer.Parameter("code"),
            tokens.Text("access_token"),
            tokens.Text("refresh_token"),
            await place.Server.UpstreamCredentials.FindAsync(access.GrantId, TestContext.Current.CancellationToken)
        );
        Reply door = await browser.GetAsync(Paths.ConnectedApps);
        Reply away = await browser.PostAsync(Paths.SignIn, [("form_token", door.FormToken)]);
        await browser.GetAsync(await browser.AnswerClickUpAsync(away.Location!, Sandbox.SandboxSeed.MemberId));
        dumps.Add(await DumpAsync(place.Store));
        canaries.AddRange([choice.FormToken, door.FormToken, .. browser.CookieValues]);

        string all = string.Concat(dumps);
        all.ShouldContain(client, customMessage: "else the dump shows nothing");
        RecordKind[] others = [AuthorizationRecords.ClientDocument, AuthorizationRecords.Requests];
        foreach (RecordKind kind in AuthorizationRecords.All.Except(others))
        {
            all.ShouldContain($"\n{kind.Name} ", customMessage: "else nothing was looked at");
        }

        canaries.ShouldAllBe(canary => canary!.Length >= 8);
        foreach (string? canary in canaries)
        {
            all.ShouldNotContain(canary!, Case.Sensitive);
        }
    }

    [Fact]
    [Trait("Requirement", "A-08")]
    public async Task A_grant_that_ClickUp_ended_is_over_at_once_and_leaves_nothing()
    {
        await using Place place = new();
        (string client, Reply tokens) = await place.ConnectAsync();
        string grant = (await place.FindAsync(tokens.Text("access_token")))!.GrantId;
        await place.Server.UpstreamCredentials.EndGrantAsync(grant, TestContext.Current.CancellationToken);

        (await place.FindAsync(tokens.Text("access_token"))).ShouldBeNull();
        (await place.Server.AccessTokens.IsActiveAsync(grant, TestContext.Current.CancellationToken)).ShouldBeFalse();
        (await place.RefreshAsync(client, tokens.Text("refresh_token"))).Error.ShouldBe("invalid_grant");
        (await DumpAsync(place.Store)).ShouldNotContain(grant);
    }

    [Fact]
    public async Task Grants_are_listed_by_owner_revoked_one_by_one_and_erased_with_all_that_belongs_to_them()
    {
        await using Place place = new();
        (_, Reply first) = await place.ConnectAsync();
        (_, Reply second) = await place.ConnectAsync();
        (_, Reply other) = await place.ConnectAsync(Sandbox.SandboxSeed.OwnerId);
        string owner = (await place.FindAsync(first.Text("access_token")))!.Owner;
        IGrants grants = place.Server.Grants;
        CancellationToken none = TestContext.Current.CancellationToken;

        IReadOnlyList<Grant> own = await grants.ListAsync(owner, after: null, 10, none);
        own.Count.ShouldBe(2);
        own.ShouldAllBe(grant => grant.ClientName == "Test client" && !grant.IsVerified);
        (await grants.ListAsync(null, own[0].Id, 10, none)).ShouldNotContain(grant => grant.Id == own[0].Id);
        string revoked = (await place.FindAsync(first.Text("access_token")))!.GrantId;
        (await grants.RevokeAsync(revoked, none)).ShouldBeTrue();
        (await grants.RevokeAsync(revoked, none)).ShouldBeFalse();
        (await grants.FindAsync(revoked, none)).ShouldBeNull();
        (await place.FindAsync(second.Text("access_token"))).ShouldNotBeNull();

        (await grants.EraseAsync(owner, none)).ShouldBeGreaterThan(0);
        (await DumpAsync(place.Store)).ShouldNotContain(owner);
        (await place.FindAsync(second.Text("access_token"))).ShouldBeNull();
        (await place.FindAsync(other.Text("access_token"))).ShouldNotBeNull();
    }

    private static async Task<string> DumpAsync(IRecordStore store)
    {
        StringBuilder dump = new("\n");
        foreach (RecordKind kind in AuthorizationRecords.All)
        {
            RecordQuery query = new(kind) { Count = RecordQuery.MostRecords };
            foreach (StoredRecord record in await store.ListAsync(query, TestContext.Current.CancellationToken))
            {
                dump.AppendLine(
                    $"{kind.Name} {record.Key} {record.Alias} {record.Owner} {record.Group} {Encoding.UTF8.GetString(record.Value.Span)}"
                );
            }
        }

        return dump.ToString();
    }
}
