using System.Text;
using ClickUpMcp.Projection;
using ClickUpMcp.Tools.Catalog;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tests.Runtime;

/// <summary>A small catalogue with every kind of tool.</summary>
internal sealed class TestCatalog(Func<EchoArguments, ToolResult>? handle = null, string defaultPersona = "")
    : CatalogView
{
    private static readonly (string Name, int Category, ToolTraits Traits, ToolScope Scope)[] Tools =
    [
        ("chat_send", 0, ToolTraits.None, ToolScope.Write),
        ("delete_task", 1, ToolTraits.Destructive, ToolScope.Delete),
        ("echo_handler", 1, ToolTraits.None, ToolScope.Write),
        ("get_task", 1, ToolTraits.ReadOnly, ToolScope.Read),
        ("get_tasks", 1, ToolTraits.ReadOnly, ToolScope.Read),
        ("missing", 1, ToolTraits.None, ToolScope.Admin),
    ];

    public int Created { get; private set; }

    public override int Count => Tools.Length;

    public override ReadOnlySpan<string> CategoryNames => new[] { "chat", "task" };

    public override ReadOnlySpan<string> PersonaNames => new[] { "reader", "deleter" };

    public override string DefaultPersona => defaultPersona;

    public override string ProductName => "Test";

    public override SearchWords SearchWords => new([], [], [], []);

    public override ClientResults ClientResults => new(60_000, []);

    public override PromptDefinition[] Prompts => [];

    public override ResourceTemplate[] Resources => [];

    public override ToolDescriptor Describe(int index) =>
        new()
        {
            Name = Tools[index].Name,
            Title = Tools[index].Name,
            Description = Tools[index].Name,
            Category = CategoryNames[Tools[index].Category],
            Scope = Tools[index].Scope,
            Traits = Tools[index].Traits,
            Aliases = [],
            Keywords = [],
            StandardArguments = [],
            Operations = [],
            InputSchema = "{}"u8.ToArray(),
        };

    public override string Name(int index) => Tools[index].Name;

    public override ReadOnlySpan<byte> Definition(int index) =>
        Encoding.UTF8.GetBytes($$"""{"name":"{{Tools[index].Name}}"}""");

    public override OutputSchema OutputSchema(int index) =>
        Tools[index].Name is "get_task" or "get_tasks"
            ? new("""{"id":{"type":"string"}}"""u8, isList: Tools[index].Name == "get_tasks")
            : default;

    public override ToolTraits Traits(int index) => Tools[index].Traits;

    public override ToolScope Scope(int index) => Tools[index].Scope;

    public override int CategoryIndex(int index) => Tools[index].Category;

    public override ReadOnlySpan<ulong> PersonaTools(int persona) => new[] { persona == 0 ? 0b011000UL : 0b000010UL };

    public override ReadOnlySpan<ulong> PersonaReach(int persona) =>
        persona == 0 ? new[] { 0b011001UL } : PersonaTools(persona);

    public override int Find(string name) => name == "task_get" ? 3 : Array.FindIndex(Tools, t => t.Name == name);

    public override ClickUpTool Create(int index)
    {
        Created++;
        ResponseDefinition one = new(EchoTool.Shape, false, string.Empty, DetailLevel.Summary, 0, null);
        return Tools[index].Name switch
        {
            "delete_task" => new EchoTool("delete_task", one with { Shape = null }),
            "get_task" => new EchoTool("get_task", one),
            "get_tasks" => new EchoTool("get_tasks", one with { IsList = true, Path = "tasks", DefaultLimit = 2 }),
            "echo_handler" => new EchoHandlerTool(handle ?? (static a => new ToolResult(a.Task.Text))),
            string name => new UnavailableTool(name),
        };
    }
}
