using System.Text;
using ClickUpMcp.Errors;
using ClickUpMcp.Tests.Runtime;
using ClickUpMcp.Tools.Catalog;
using ClickUpMcp.Tools.Policy;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tests.Policy;

public class ToolPolicyTests
{
    private static readonly TestCatalog Catalog = new();

    [Fact]
    public void Nothing_said_allows_everything() => Visible(new()).Length.ShouldBe(Catalog.Count);

    [Fact]
    public void PA_14_enabled_tools_are_the_only_ones() =>
        Visible(new() { EnabledTools = "get_task, chat_send" }).ShouldBe(["chat_send", "get_task"]);

    [Fact]
    public void PA_15_disabled_tools_are_the_only_ones_missing() =>
        Visible(new() { DisabledTools = "get_task,chat_send" })
            .ShouldBe(["delete_task", "echo_handler", "get_tasks", "missing"]);

    [Fact]
    public void An_alias_names_its_tool() => Visible(new() { EnabledTools = "task_get" }).ShouldBe(["get_task"]);

    [Fact]
    public void Enabled_tools_and_categories_add_up() =>
        Visible(new() { EnabledTools = "get_task", EnabledCategories = "chat" }).ShouldBe(["chat_send", "get_task"]);

    [Fact]
    public void A_persona_narrows_and_several_add_up()
    {
        Listed(new() { Personas = "reader" }).ShouldBe(["get_task", "get_tasks"]);
        Listed(new() { Personas = "reader,deleter" }).ShouldBe(["delete_task", "get_task", "get_tasks"]);
        Visible(new() { Personas = "reader", EnabledTools = "get_task,delete_task" }).ShouldBe(["get_task"]);
    }

    [Fact]
    public void A_persona_may_reach_more_than_it_lists_and_no_more_than_is_allowed()
    {
        Visible(new() { Personas = "reader" }).ShouldBe(["chat_send", "get_task", "get_tasks"]);
        Visible(new() { Personas = "reader", DisabledTools = "chat_send" }).ShouldBe(["get_task", "get_tasks"]);
        Visible(new() { Personas = "reader", ReadOnly = true }).ShouldBe(["get_task", "get_tasks"]);
        Listed(new() { Personas = "reader", DisabledTools = "get_task" }).ShouldBe(["get_tasks"]);
    }

    [Fact]
    public void The_default_persona_is_for_those_who_choose_nothing()
    {
        TestCatalog catalog = new(defaultPersona: "reader");

        Listed(new(), catalog).ShouldBe(["get_task", "get_tasks"]);
        Listed(new() { DisabledTools = "get_task" }, catalog).ShouldBe(["get_tasks"]);
        Listed(new() { EnabledTools = "delete_task" }, catalog).ShouldBe(["delete_task"]);
        Listed(new() { Personas = "deleter" }, catalog).ShouldBe(["delete_task"]);
    }

    [Theory]
    [InlineData("Chat")]
    [InlineData(" chat ")]
    [InlineData("CHAT")]
    public void Case_and_spaces_of_a_category_do_not_matter(string name) =>
        Visible(new() { EnabledCategories = name }).ShouldBe(["chat_send"]);

    [Fact]
    public void Read_only_leaves_what_changes_nothing() =>
        Visible(new() { ReadOnly = true }).ShouldBe(["get_task", "get_tasks"]);

    [Fact]
    public void A_grant_bounds_the_scope() =>
        Visible(new() { Scopes = ToolScopes.Read | ToolScopes.Write })
            .ShouldBe(["chat_send", "echo_handler", "get_task", "get_tasks"]);

    [Fact]
    [Trait("Requirement", "A-06")]
    public void A_scope_includes_no_other() =>
        Visible(new() { Scopes = ToolScopes.Write }).ShouldBe(["chat_send", "echo_handler"]);

    [Fact]
    [Trait("Requirement", "A-06")]
    public void What_is_no_scope_is_never_allowed() => ToolScopes.All.Allows((ToolScope)4).ShouldBeFalse();

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(",")]
    [InlineData(" , ,")]
    public void A_list_without_a_name_is_a_mistake_and_not_a_wish_for_everything(string list)
    {
        foreach (
            ToolPolicyOptions options in (ToolPolicyOptions[])
                [
                    new() { EnabledTools = list },
                    new() { DisabledTools = list },
                    new() { EnabledCategories = list },
                    new() { DisabledCategories = list },
                    new() { Personas = list },
                ]
        )
        {
            Should
                .Throw<ActionableException>(() => Visible(options))
                .Options.ShouldHaveSingleItem()
                .ShouldContain("names nothing");
        }
    }

    [Fact]
    public void Only_the_first_problems_are_looked_into()
    {
        string many = string.Join(',', Enumerable.Range(0, 900).Select(static i => $"get_tsk{i}"));
        ActionableException error = Should.Throw<ActionableException>(() => Visible(new() { DisabledTools = many }));
        error.Options.Count.ShouldBe(20);
        error.Next!.ShouldContain("880 more");
        Should
            .Throw<ActionableException>(() => Visible(new() { DisabledTools = string.Join(',', new string[2_000]) }))
            .Options.ShouldHaveSingleItem()
            .ShouldContain("at most 1000");
    }

    [Fact]
    public void A_denial_always_wins()
    {
        string[] names = [.. Enumerable.Range(0, Catalog.Count).Select(Catalog.Name)];
        Random random = new(29);
        string? Some(IReadOnlyList<string> from) =>
            string.Join(',', from.Where(_ => random.Next(2) == 0)) is { Length: > 0 } some ? some : null;
        for (int i = 0; i < 2000; i++)
        {
            ToolPolicyOptions options = new()
            {
                EnabledTools = Some(names),
                DisabledTools = Some(names),
                EnabledCategories = Some(["chat", "task"]),
                DisabledCategories = Some(["chat", "task"]),
                Personas = Some(["reader", "deleter"]),
                ReadOnly = random.Next(2) == 0,
            };
            foreach (string tool in Visible(options))
            {
                int index = Catalog.Find(tool);
                (options.DisabledTools ?? "").Split(',').ShouldNotContain(tool);
                (options.DisabledCategories ?? "")
                    .Split(',')
                    .ShouldNotContain(Catalog.CategoryNames[Catalog.CategoryIndex(index)]);
                (options.ReadOnly && !Catalog.Traits(index).HasFlag(ToolTraits.ReadOnly)).ShouldBeFalse();
            }
        }
    }

    [Fact]
    public void Every_unknown_name_is_an_error_with_a_suggestion()
    {
        ActionableException error = Should.Throw<ActionableException>(() =>
            Visible(
                new()
                {
                    DisabledTools = "get_tsak",
                    EnabledCategories = "tasks",
                    Personas = "nobody",
                }
            )
        );

        error.Options.ShouldBe([
            "ENABLED_CATEGORIES: no category \"tasks\"; did you mean \"task\"?",
            "DISABLED_TOOLS: no tool \"get_tsak\"; did you mean \"get_task\"?",
            "CLICKUP_MCP_PERSONA: no persona \"nobody\"; valid: reader, deleter",
        ]);
    }

    [Fact]
    public void A_client_can_only_narrow_what_its_operator_allows()
    {
        ToolPolicy operators = ToolPolicy.Create(new() { EnabledTools = "get_task" }, Catalog);
        ToolPolicy clients = ToolPolicy.Create(new() { EnabledTools = "get_task,delete_task" }, Catalog);

        new ToolInventory(Catalog, operators.And(clients)).AvailableNames.ShouldBe(["get_task"]);
    }

    [Fact]
    public void Of_two_reasons_the_operators_is_told_and_the_clients_where_the_operator_has_none()
    {
        ToolPolicy operators = ToolPolicy.Create(new() { DisabledTools = "chat_send" }, Catalog);
        ToolPolicy clients = ToolPolicy.Create(new() { EnabledTools = "get_task" }, Catalog);

        ToolPolicy both = operators.And(clients);

        both.WhyNot(Catalog.Find("chat_send")).ShouldBe(Unavailability.Disabled);
        both.WhyNot(Catalog.Find("delete_task")).ShouldBe(Unavailability.NotChosen);
        both.WhyNot(Catalog.Find("get_task")).ShouldBe(Unavailability.None);
    }

    [Fact]
    public void What_a_client_chooses_is_what_it_sees()
    {
        TestCatalog catalog = new(defaultPersona: "reader");
        ToolPolicy operators = ToolPolicy.Create(new(), catalog);

        ListedBy(operators.And(ToolPolicy.Create(new() { EnabledTools = "chat_send" }, catalog)), catalog)
            .ShouldBe(["chat_send"]);
        ListedBy(operators.And(ToolPolicy.Create(new() { DisabledTools = "get_task" }, catalog)), catalog)
            .ShouldBe(["get_tasks"]);
        ListedBy(operators.And(ToolPolicy.Create(new() { EnabledTools = "delete_task" }, catalog)), catalog)
            .ShouldBeEmpty();
    }

    [Fact]
    public void The_list_is_the_definitions_of_the_visible_tools()
    {
        static string List(ToolPolicyOptions options) =>
            Encoding.UTF8.GetString(new ToolInventory(Catalog, ToolPolicy.Create(options, Catalog)).ListJson.Span);

        List(new() { ReadOnly = true }).ShouldBe("""[{"name":"get_task"},{"name":"get_tasks"}]""");
        List(new() { DisabledCategories = "chat,task" }).ShouldBe("[]");
    }

    private static string[] Visible(ToolPolicyOptions options) =>
        [.. new ToolInventory(Catalog, ToolPolicy.Create(options, Catalog)).AvailableNames];

    private static string[] Listed(ToolPolicyOptions options, TestCatalog? catalog = null) =>
        ListedBy(ToolPolicy.Create(options, catalog ?? Catalog), catalog ?? Catalog);

    private static string[] ListedBy(ToolPolicy policy, TestCatalog catalog) =>
        [.. new ToolInventory(catalog, policy).Listed.Select(catalog.Name)];
}
