namespace ClickUpMcp.Sandbox.Tests;

public sealed class WebhookTests
{
    private const string Webhooks = $"/team/{SandboxSeed.WorkspaceId}/webhook";

    private readonly Driver _driver = new();

    [Fact]
    public async Task Everybody_sees_and_changes_only_their_own()
    {
        var own = await _driver.GetAsync(Webhooks);
        own.Names("webhooks", "id").ShouldBe([SandboxSeed.WebhookId, SandboxSeed.SuspendedWebhookId]);
        _driver.Token = SandboxSeed.MemberToken;
        (await _driver.GetAsync(Webhooks)).List("webhooks").ShouldHaveSingleItem();
        (await _driver.RefusedAsync(401, "DELETE", $"/webhook/{SandboxSeed.WebhookId}")).ShouldBe("OAUTH_023");
    }

    [Fact]
    public async Task The_most_specific_place_counts_and_the_secret_comes_along()
    {
        var created = await _driver.PostAsync(
            Webhooks,
            $$"""{"endpoint":"https://acme.example/hook","events":["taskMoved"],"space_id":{{SandboxSeed.EngineeringSpaceId}},"list_id":{{SandboxSeed.ApiListId}}}"""
        );
        created.Str("webhook", "list_id").ShouldBe(SandboxSeed.ApiListId);
        created.Str("webhook", "space_id").ShouldBeNull();
        created.Str("webhook", "secret").ShouldNotBeNullOrEmpty();
        created.Str("id").ShouldBe(created.Str("webhook", "id"));
        created.At("webhook", "userid").GetInt64().ShouldBe(SandboxSeed.OwnerId);
    }

    [Fact]
    public async Task The_same_events_at_the_same_place_are_refused()
    {
        const string Body = """{"endpoint":"https://acme.example/hook","events":"*"}""";
        var created = await _driver.PostAsync(Webhooks, Body);
        created.At("webhook").List("events").Count.ShouldBe(28);
        (await _driver.RefusedAsync(400, "POST", Webhooks, Body)).ShouldBe("OAUTH_171");
    }

    [Theory]
    [InlineData("""{"events":["taskMoved"]}""")]
    [InlineData("""{"endpoint":"ftp://acme.example","events":["taskMoved"]}""")]
    [InlineData("""{"endpoint":"https://acme.example/hook"}""")]
    [InlineData("""{"endpoint":"https://acme.example/hook","events":[]}""")]
    [InlineData("""{"endpoint":"https://acme.example/hook","events":["*"]}""")]
    [InlineData("""{"endpoint":"https://acme.example/hook","events":["taskExploded"]}""")]
    public async Task An_endpoint_and_known_events_are_needed(string body) =>
        await _driver.RefusedAsync(400, "POST", Webhooks, body);

    [Fact]
    public async Task A_suspended_webhook_is_reactivated_and_changed_and_deleted()
    {
        var path = $"/webhook/{SandboxSeed.SuspendedWebhookId}";
        var updated = await _driver.PutAsync(path, """{"status":"active","events":["listCreated"]}""");
        updated.Str("webhook", "health", "status").ShouldBe("active");
        updated.At("webhook", "health", "fail_count").GetInt32().ShouldBe(0);
        updated.At("webhook").List("events").ShouldHaveSingleItem().GetString().ShouldBe("listCreated");
        updated.Str("webhook", "endpoint").ShouldBe("https://hooks.acme.example/clickup/2");
        await _driver.OkAsync("DELETE", path);
        (await _driver.RefusedAsync(401, "PUT", path, "{}")).ShouldBe("OAUTH_023");
    }
}
