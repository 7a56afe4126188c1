using System.Text;
using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Errors;
using ClickUpMcp.Resolution;

namespace ClickUpMcp.Tests.Resolution;

/// <summary>Several tokens behind one client: each request reaches the account that it belongs to.</summary>
public sealed class FederationTests
{
    private readonly FakeClickUp _first = Account("1", "Acme");
    private readonly FakeClickUp _second = Account("2", "Beta");
    private readonly FederatedClient _both;

    public FederationTests() => _both = new FederatedClient([_first, _second]);

    [Fact]
    public async Task Workspaces_are_those_of_all_accounts_each_once()
    {
        JsonElement teams = (await JsonAsync(Get("/api/v2/team"))).GetProperty("teams");
        teams
            .EnumerateArray()
            .Select(team => team.GetProperty("name").GetString())
            .ShouldBe(["Acme", "Shared", "Beta"]);
    }

    [Fact]
    public async Task A_listed_workspace_is_asked_with_its_own_token_alone()
    {
        await _both.SendAsync(Get("/api/v2/team"), TestContext.Current.CancellationToken);
        _first.Requests.Clear();

        await _both.SendAsync(Get("/api/v2/team/2/space"), TestContext.Current.CancellationToken);
        await _both.SendAsync(Get("/api/v3/workspaces/2/docs"), TestContext.Current.CancellationToken);
        await _both.SendAsync(
            Get("/api/v2/task/DEV-1") with
            {
                Query = "custom_task_ids=true&team_id=2",
            },
            TestContext.Current.CancellationToken
        );

        _first.Requests.ShouldBeEmpty();
        _second.Requests.ShouldBe([
            "/api/v2/team",
            "/api/v2/team/2/space",
            "/api/v3/workspaces/2/docs",
            "/api/v2/task/DEV-1",
        ]);
    }

    [Fact]
    public async Task An_unknown_id_is_looked_for_once_and_its_owner_remembered()
    {
        for (int i = 0; i < 2; i++)
        {
            (await JsonAsync(Get("/api/v2/task/t2"))).GetProperty("id").GetString().ShouldBe("t2");
        }

        (await JsonAsync(Get("/api/v2/task/t2") with { Method = ClickUpMethod.Put })).GetProperty("id");
        _first.Requests.ShouldBe(["/api/v2/task/t2"]);
        _second.Requests.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData("/api/v2/list/l2/task", """{"id":"n1"}""", "/api/v2/task/n1")]
    [InlineData("/api/v2/task/t2/checklist", """{"checklist":{"id":"n1"}}""", "/api/v2/checklist/n1/checklist_item")]
    [InlineData("/api/v2/task/t2/comment", """{"id":71}""", "/api/v2/comment/71/reply")]
    public async Task What_a_request_has_made_is_its_accounts(string maker, string response, string made)
    {
        _second.Set(maker, response);
        _second.Set(made, """{"id":"x"}""");
        await _both.SendAsync(Get(maker) with { Method = ClickUpMethod.Post }, TestContext.Current.CancellationToken);
        _first.Requests.Clear();

        await _both.SendAsync(Get(made) with { Method = ClickUpMethod.Post }, TestContext.Current.CancellationToken);

        _first.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_nobody_may_see_is_refused_once_by_each()
    {
        ClickUpApiException refusal = await Should.ThrowAsync<ClickUpApiException>(async () =>
            await _both.SendAsync(Get("/api/v2/task/nowhere"), TestContext.Current.CancellationToken)
        );
        refusal.Kind.ShouldBe(ApiErrorKind.NotFoundOrNoAccess);
        _first.Requests.Count.ShouldBe(1);
        _second.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(ApiErrorKind.ServerFault)]
    [InlineData(ApiErrorKind.Invalid)]
    [InlineData(ApiErrorKind.RateLimited)]
    [InlineData(ApiErrorKind.Unreachable)]
    public async Task A_request_that_may_have_been_executed_goes_to_nobody_else(object kind)
    {
        _first.Set("/api/v2/task/t2", _ => throw new ClickUpApiException((ApiErrorKind)kind, "It failed.", null, null));
        await Should.ThrowAsync<ClickUpApiException>(async () =>
            await _both.SendAsync(
                Get("/api/v2/task/t2") with
                {
                    Method = ClickUpMethod.Put,
                },
                TestContext.Current.CancellationToken
            )
        );
        _second.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_user_is_the_first_tokens()
    {
        (await JsonAsync(Get("/api/v2/user"))).GetProperty("user").GetProperty("id").GetString().ShouldBe("1");
        _second.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_refused_additional_key_is_named()
    {
        _second.Set(
            "/api/v2/team",
            _ =>
                throw new ClickUpApiException(
                    ApiErrorKind.Authentication,
                    "ClickUp does not accept the API key.",
                    null,
                    "Create a key."
                )
        );
        ActionableException refusal = await Should.ThrowAsync<ActionableException>(async () =>
            await _both.SendAsync(Get("/api/v2/team"), TestContext.Current.CancellationToken)
        );
        refusal.What.ShouldBe("Additional key no. 1: ClickUp does not accept the API key.");
        refusal.Next.ShouldBe("Create a key.");
    }

    private static ClickUpRequest Get(string path) => new("Test", ClickUpMethod.Get, path, "", default);

    private async Task<JsonElement> JsonAsync(ClickUpRequest request)
    {
        ClickUpResponse response = await _both.SendAsync(request, TestContext.Current.CancellationToken);
        return JsonElement.Parse(Encoding.UTF8.GetString(response.Body.Span));
    }

    private static FakeClickUp Account(string id, string name)
    {
        FakeClickUp account = new();
        account.Set("/api/v2/team", $$"""{"teams":[{"id":"{{id}}","name":"{{name}}"},{"id":"3","name":"Shared"}]}""");
        account.Set("/api/v2/user", $$$"""{"user":{"id":"{{{id}}}"}}""");
        account.Set($"/api/v2/team/{id}/space", """{"spaces":[]}""");
        account.Set($"/api/v3/workspaces/{id}/docs", """{"docs":[]}""");
        account.Set("/api/v2/task/DEV-1", $$"""{"id":"custom of {{id}}"}""");
        account.Set($"/api/v2/task/t{id}", $$"""{"id":"t{{id}}"}""");
        return account;
    }
}
