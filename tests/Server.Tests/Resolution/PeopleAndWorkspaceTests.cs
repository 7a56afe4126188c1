using ClickUpMcp.Errors;
using ClickUpMcp.Resolution;
using ClickUpMcp.Values;

namespace ClickUpMcp.Tests.Resolution;

public class PeopleAndWorkspaceTests
{
    private const string TwoTeams =
        """{"teams":[{"id":"9012","name":"Acme","members":[]},{"id":"9013","name":"Globex","members":[]}]}""";

    [Theory]
    [InlineData("Ann Lee", "1")]
    [InlineData("ann lee", "1")]
    [InlineData("@Ann Lee", "1")]
    [InlineData("ANN@acme.test", "1")]
    [InlineData("me", "1")]
    [InlineData("Me", "1")]
    [InlineData("4711", "4711")]
    [InlineData("Bob", "2")]
    [InlineData("bob", "3")]
    [InlineData("new@acme.test", "4")]
    [InlineData("ann", "1")]
    [InlineData("LEE", "1")]
    [InlineData("Lee, Ann", "1")]
    [InlineData("ann  lee\u200B", "1")]
    [InlineData("Ánn Lee", "1")]
    [InlineData("bob2", "3")]
    [InlineData("new", "4")]
    public async Task Members_are_found_by_name_address_id_or_me(string text, string id) =>
        (await new ResolverFixture().IdAsync(EntityKind.Member, text)).ShouldBe(id);

    [Fact]
    public async Task Unknown_and_ambiguous_people_are_listed_with_their_addresses()
    {
        ResolverFixture fixture = new();
        ActionableException ambiguous = await fixture.FailAsync(EntityKind.Member, "BOB");
        ambiguous.Options.ShouldBe([
            "\"Bob\" — member, bob@acme.test (id 2)",
            "\"bob\" — member, bob2@acme.test (id 3)",
        ]);
        ActionableException unknown = await fixture.FailAsync(EntityKind.Member, "Anne Lee");
        unknown.What.ShouldBe("No member is named \"Anne Lee\" in workspace Acme.");
        unknown.Options[0].ShouldStartWith("\"Ann Lee\"");
        ActionableException address = await fixture.FailAsync(EntityKind.Member, "an@acme.test");
        address.Options[0].ShouldBe("\"Ann Lee\" — member, ann@acme.test (id 1)");
    }

    [Fact]
    public async Task The_only_workspace_is_used_when_none_is_named() =>
        (await new ResolverFixture().IdAsync(EntityKind.Workspace, "")).ShouldBe("9012");

    [Fact]
    public async Task With_several_workspaces_the_call_must_name_one()
    {
        FakeClickUp clickUp = FakeClickUp.Acme();
        clickUp.Set("/api/v2/team", TwoTeams);
        ResolverFixture fixture = new(clickUp);
        ActionableException error = await fixture.FailAsync(EntityKind.Workspace, "");
        error.Options.ShouldBe(["\"Acme\" — workspace (id 9012)", "\"Globex\" — workspace (id 9013)"]);
        error.Next!.ShouldContain("CLICKUP_TEAM_ID");
        (await fixture.IdAsync(EntityKind.Workspace, "globex")).ShouldBe("9013");
        (await fixture.IdAsync(EntityKind.Workspace, "9014")).ShouldBe("9014");
    }

    [Theory]
    [InlineData("Globex", "9013", 1)]
    [InlineData("9013", "9013", 0)]
    public async Task The_configured_workspace_comes_before_the_only_one(string configured, string id, int requests)
    {
        FakeClickUp clickUp = FakeClickUp.Acme();
        clickUp.Set("/api/v2/team", TwoTeams);
        ResolverFixture fixture = new(clickUp, new ResolverOptions { Workspace = configured });
        (await fixture.IdAsync(EntityKind.Workspace, "")).ShouldBe(id);
        clickUp.Requests.Count.ShouldBe(requests);
        (await fixture.IdAsync(EntityKind.Workspace, "Acme")).ShouldBe("9012");
    }

    [Fact]
    public async Task The_workspace_named_by_a_call_is_where_its_names_are_looked_up()
    {
        FakeClickUp clickUp = FakeClickUp.Acme();
        clickUp.Set("/api/v2/team", TwoTeams);
        clickUp.Set("/api/v2/team/9013/space", """{"spaces":[{"id":"77","name":"Product"}]}""");
        clickUp.Set("/api/v2/space/77/folder", "{}");
        clickUp.Set("/api/v2/space/77/list", "{}");
        EntityReference workspace = new(EntityKind.Workspace, "Globex");
        EntityId space = await new ResolverFixture(clickUp).ResolveAsync(EntityKind.Space, "Product", workspace);
        space.Value.ShouldBe("77");
    }

    [Fact]
    public async Task A_key_without_workspaces_is_told_so()
    {
        FakeClickUp clickUp = FakeClickUp.Acme();
        clickUp.Set("/api/v2/team", """{"teams":[]}""");
        (await new ResolverFixture(clickUp).FailAsync(EntityKind.List, "Bugs")).What.ShouldContain("no workspace");
    }

    [Theory]
    [InlineData("""{"user":{"id":1,"timezone":"Europe/Berlin"}}""", null, "Europe/Berlin", "Europe/Berlin")]
    [InlineData("""{"user":{"id":1,"timezone":"Europe/Berlin"}}""", "Asia/Tokyo", "Asia/Tokyo", "Europe/Berlin")]
    [InlineData("""{"user":{"id":1}}""", "Asia/Tokyo", "Asia/Tokyo", "Asia/Tokyo")]
    [InlineData("""{"user":{"id":1,"timezone":"Mars/Olympus"}}""", "Asia/Tokyo", "Asia/Tokyo", "Asia/Tokyo")]
    [InlineData("""{"user":{"id":1}}""", null, "UTC", "UTC", false)]
    [InlineData("""{"user":{"id":1,"timezone":null}}""", null, "UTC", "UTC", false)]
    [InlineData("""{"user":{"id":1,"timezone":"Mars/Olympus"}}""", null, "UTC", "UTC", false)]
    public async Task Days_are_the_accounts_and_times_those_of_the_configured_zone(
        string user,
        string? configured,
        string times,
        string days,
        bool isKnown = true
    )
    {
        FakeClickUp clickUp = FakeClickUp.Acme();
        clickUp.Set("/api/v2/user", user);
        ResolverFixture fixture = new(clickUp, new ResolverOptions { TimeZoneId = configured });
        CancellationToken token = TestContext.Current.CancellationToken;
        DateZones zones = await fixture.Resolver.GetZonesAsync(token);
        (zones.Times.Id, zones.Days.Id, zones.IsKnown).ShouldBe((times, days, isKnown));
        (await fixture.Resolver.GetZonesAsync(token)).ShouldBe(zones);
        clickUp.Requests.Count.ShouldBe(1);
    }
}
