using ClickUpMcp.Errors;
using ClickUpMcp.Resolution;

namespace ClickUpMcp.Tests.Resolution;

public class StatusAndFieldTests
{
    private const string FieldId = "0a1b2c3d-0000-4000-8000-000000000001";

    private static readonly EntityId Bugs = new(EntityKind.List, "1001");
    private static readonly EntityId Task86 = new(EntityKind.Task, "86abc1234");

    private static FakeClickUp ClickUp()
    {
        FakeClickUp clickUp = FakeClickUp.Acme();
        clickUp.Set(
            "/api/v2/list/1001",
            """{"id":"1001","statuses":[{"status":"to do"},{"status":"In Progress"},{"status":"complete"}]}"""
        );
        clickUp.Set("/api/v2/task/86abc1234", """{"id":"86abc1234","list":{"id":1001}}""");
        clickUp.Set("/api/v2/task/DEV-1", """{"id":"86abc1234","list":{"id":"1001"}}""");
        clickUp.Set(
            "/api/v2/list/1001/field",
            $$$"""
            {"fields":[{"id":"{{{FieldId}}}","name":"Severity","type":"drop_down","type_config":{"options":[{"id":"x"}]}},
              {"id":"f2","name":"Points","type":"number"},{"id":"f3","name":"points","type":"number"}]}
            """
        );
        clickUp.Set("/api/v2/team/9012/field", """{"fields":[{"id":"f9","name":"Customer","type":"text"}]}""");
        return clickUp;
    }

    [Fact]
    public async Task A_status_is_one_of_its_lists_own()
    {
        ResolverFixture fixture = new(ClickUp());
        (await fixture.IdAsync(EntityKind.Status, "in progress", Bugs)).ShouldBe("In Progress");
        (await fixture.IdAsync(EntityKind.Status, "COMPLETE", Task86)).ShouldBe("complete");
        (await fixture.IdAsync(EntityKind.Status, "to do", null, Task86, Bugs)).ShouldBe("to do");
        ActionableException error = await fixture.FailAsync(EntityKind.Status, "done", Bugs);
        error.What.ShouldBe("No status is named \"done\" in this list.");
        error.Options.ShouldBe(["\"to do\"", "\"complete\"", "\"In Progress\""], ignoreOrder: true);
    }

    [Fact]
    public async Task The_home_list_of_a_custom_id_is_found()
    {
        EntityId task = new(EntityKind.Task, "DEV-1", CustomIdWorkspace: "9012");
        (await new ResolverFixture(ClickUp()).IdAsync(EntityKind.Status, "to do", task)).ShouldBe("to do");
    }

    [Theory]
    [InlineData("TO DO", "to do")]
    [InlineData("reviewed", "Reviewed")]
    [InlineData("open", "open")]
    public async Task Without_a_list_the_whole_workspace_counts(string text, string status) =>
        (await new ResolverFixture(ClickUp()).IdAsync(EntityKind.Status, text)).ShouldBe(status);

    [Fact]
    public async Task Without_a_list_those_with_hidden_statuses_are_asked_before_one_is_unknown()
    {
        FakeClickUp clickUp = ClickUp();
        ResolverFixture fixture = new(clickUp);
        (await fixture.FailAsync(EntityKind.Status, "shipped")).Options.ShouldContain("\"Reviewed\"");
        clickUp.Set("/api/v2/space/20/list", """{"lists":[{"id":"5","name":"X","override_statuses":true}]}""");
        clickUp.Set("/api/v2/list/5", """{"id":"5","statuses":[{"status":"Shipped"}]}""");
        fixture.Directory.Invalidate(new(EntityKind.List));
        (await fixture.IdAsync(EntityKind.Status, "shipped")).ShouldBe("Shipped");
        (await fixture.FailAsync(EntityKind.Status, "sold")).Options.Count.ShouldBeLessThanOrEqualTo(5);
        (await fixture.IdAsync(EntityKind.Status, "TO DO")).ShouldBe("to do");
    }

    [Fact]
    public async Task A_list_that_reports_no_statuses_leaves_it_to_clickup()
    {
        FakeClickUp clickUp = ClickUp();
        clickUp.Set("/api/v2/list/1001", """{"id":"1001"}""");
        (await new ResolverFixture(clickUp).IdAsync(EntityKind.Status, "anything", Bugs)).ShouldBe("anything");
    }

    [Fact]
    public async Task Fields_are_found_by_name_in_the_list_the_tasks_list_or_the_workspace()
    {
        ResolverFixture fixture = new(ClickUp());
        (await fixture.IdAsync(EntityKind.CustomField, "severity", Bugs)).ShouldBe(FieldId);
        (await fixture.IdAsync(EntityKind.CustomField, "Severity", Task86)).ShouldBe(FieldId);
        (await fixture.IdAsync(EntityKind.CustomField, "Points", Bugs)).ShouldBe("f2");
        (await fixture.IdAsync(EntityKind.CustomField, "customer")).ShouldBe("f9");
        (await fixture.FailAsync(EntityKind.CustomField, "POINTS", Bugs)).Options.Count.ShouldBe(2);
        ActionableException error = await fixture.FailAsync(EntityKind.CustomField, "Severity");
        error.Next!.ShouldContain("name the list");
        error.Options.ShouldBe(["\"Customer\" — text field (id f9)"]);
    }

    [Fact]
    public async Task A_field_id_needs_no_request()
    {
        ResolverFixture fixture = new(ClickUp());
        (await fixture.IdAsync(EntityKind.CustomField, FieldId, Bugs)).ShouldBe(FieldId);
        fixture.ClickUp.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_configuration_of_a_field_outlives_its_response()
    {
        ResolverFixture fixture = new(ClickUp());
        IReadOnlyList<CustomFieldInfo> fields = await fixture.Directory.GetFieldsAsync(
            Bugs,
            afterMiss: false,
            TestContext.Current.CancellationToken
        );
        fields[0].Configuration.GetProperty("options").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task A_status_of_another_list_is_said_to_be_one()
    {
        ActionableException error = await new ResolverFixture(ClickUp()).FailAsync(EntityKind.Status, "reviewed", Bugs);
        error.Next!.ShouldStartWith("It is a status of list Runbooks; each list has its own.");
    }

    [Fact]
    public async Task Statuses_of_several_lists_count_together()
    {
        FakeClickUp clickUp = ClickUp();
        clickUp.Set("/api/v2/list/2001", """{"id":"2001","statuses":[{"status":"Reviewed"}]}""");
        ResolverFixture fixture = new(clickUp);
        EntityId runbooks = new(EntityKind.List, "2001");
        (await fixture.IdAsync(EntityKind.Status, "reviewed", Bugs, runbooks)).ShouldBe("Reviewed");
        (await fixture.FailAsync(EntityKind.Status, "open", Bugs, runbooks)).What.ShouldBe(
            "No status is named \"open\" in these lists."
        );
    }
}
