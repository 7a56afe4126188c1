using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Emit;

/// <summary>Emits the catalogue of listed tools: data in the executable's image and compiled switches, nothing to build at start.</summary>
internal sealed class CatalogEmitter
{
    /// <summary>How binders name the test for arguments that client software adds.</summary>
    public const string IsClientArgument = RuntimeNames.Tools + "ToolCatalog.IsClientArgument";

    private readonly SourceWriter _writer = SourceWriter.ForFile();
    private readonly CatalogIndexModel _index;
    private readonly List<ToolIndexModel> _tools;

    private CatalogEmitter(CatalogIndexModel index)
    {
        _index = index;
        _tools = [.. Listed(index)];
    }

    /// <summary>The names of the listed tools by index.</summary>
    public static List<string> Names(CatalogIndexModel index) => [.. Listed(index).Select(static tool => tool.Name)];

    public static string Emit(CatalogIndexModel index) => new CatalogEmitter(index).Emit();

    private static IEnumerable<ToolIndexModel> Listed(CatalogIndexModel index) =>
        index.Tools.Where(static tool => !tool.Internal);

    private string Emit()
    {
        _writer.Line(XmlDoc.Summary("All listed tools by index, sorted by category, then name."));
        using (_writer.Open("internal static partial class ToolCatalog"))
        {
            EmitServer();
            UpstreamEmitter.Emit(_writer, _index.Upstream);
            OperationTextEmitter.Emit(
                _writer,
                "Undo",
                "How an operation is undone, as JSON; null where the spec does not say.",
                _index.Upstream.Undo.Select(static rule => (rule.Operation, rule.Json))
            );
            OperationTextEmitter.Emit(
                _writer,
                "Places",
                "Where an operation writes, one thing a line; null where the spec does not say.",
                _index.Upstream.Places.Select(static place => (place.Operation, place.Text))
            );
            ClientsEmitter.Emit(_writer, _index.Clients);
            AuthorEmitter.Emit(_writer, _index.Authors);
            EmitTools();
            EmitFind();
            EmitClientArguments();
            EmitCategories();
            EmitPersonas();
        }

        return _writer.ToString();
    }

    private void EmitServer()
    {
        _writer.Line($"public const int Count = {CSharpLiterals.Integer(_tools.Count)};");
        _writer.Line($"public const string ServerName = {CSharpLiterals.String(_index.Server.Name)};");
        _writer.Line($"public const string ServerTitle = {CSharpLiterals.String(_index.Server.Title)};");
        _writer.Line($"public const string Instructions = {CSharpLiterals.String(_index.Server.Instructions)};");
        _writer.Line($"public const string DefaultPersona = {CSharpLiterals.String(_index.Server.DefaultPersona)};");
        _writer.Line();
    }

    private void EmitTools()
    {
        EmitSwitch("string Name(int index)", _tools, static tool => CSharpLiterals.String(tool.Name));
        EmitSwitch(
            $"{RuntimeNames.ReadOnlySpan}<byte> Definition(int index)",
            _tools,
            static tool => Class(tool) + ".Definition"
        );
        EmitSwitch(OutputSchemaEmitter.Lookup, _tools, static tool => Class(tool) + ".OutputSchema");
        EmitSwitch(
            $"{RuntimeNames.Runtime}ToolDescriptor Describe(int index)",
            _tools,
            static tool => Class(tool) + ".Describe()"
        );
        EmitSwitch($"{RuntimeNames.Runtime}ClickUpTool Create(int index)", _tools, Create);
        EmitBytes(
            "ToolTraits",
            "Traits",
            static t => DescriptorEmitter.Traits(t.ReadOnly, t.Destructive, t.Idempotent, t.OpenWorld)
        );
        EmitBytes("ToolScope", "Scope", static tool => DescriptorEmitter.Scope(tool.Scope));
    }

    private void EmitFind()
    {
        HashSet<string> taken = [.. _tools.Select(static tool => tool.Name)];
        _writer.Line(XmlDoc.Summary("The index of a tool by name or alias; -1 for none."));
        using (_writer.Open("public static int Find(string name) => name switch", "};"))
        {
            for (int i = 0; i < _tools.Count; i++)
            {
                IEnumerable<string> names = [_tools[i].Name, .. _tools[i].Aliases.Where(taken.Add)];
                _writer.Line(
                    $"{string.Join(" or ", names.Select(CSharpLiterals.String))} => {CSharpLiterals.Integer(i)},"
                );
            }

            _writer.Line("_ => -1,");
        }

        _writer.Line();
    }

    private void EmitClientArguments()
    {
        string[] names = [.. _index.Server.ClientArguments];
        string test = string.Join(" || ", names.Select(Test));
        _writer.Line(XmlDoc.Summary("Whether client software adds an argument of this name to calls by itself."));
        _writer.Line($"public static bool IsClientArgument(string name) => {(names.Length > 0 ? test : "false")};");
        _writer.Line();

        static string Test(string name) =>
            name.EndsWith("*", StringComparison.Ordinal)
                ? $"name.StartsWith({CSharpLiterals.String(name.TrimEnd('*'))}, {RuntimeNames.Ordinal})"
                : $"name == {CSharpLiterals.String(name)}";
    }

    private void EmitCategories()
    {
        List<string> names = [.. _index.Categories.Select(static category => category.Name)];
        EmitNames("CategoryNames", names);
        EmitSwitch(
            "string CategoryTitle(int index)",
            [.. _index.Categories],
            static c => CSharpLiterals.String(c.Title)
        );
        EmitSwitch(
            "string CategoryDescription(int index)",
            [.. _index.Categories],
            static c => CSharpLiterals.String(c.Description)
        );
        _writer.Line("public static int CategoryIndex(int index) => CategoryIndexes[index];").Line();
        IEnumerable<string> indexes = _tools
            .Select(tool => Math.Max(0, names.IndexOf(tool.Category)))
            .Select(CSharpLiterals.Integer);
        _writer.Line(
            $"private static {RuntimeNames.ReadOnlySpan}<byte> CategoryIndexes => [{string.Join(", ", indexes)}];"
        );
        _writer.Line();
    }

    private void EmitPersonas()
    {
        EmitNames("PersonaNames", _index.Personas.Select(static persona => persona.Name));
        EmitSwitch(
            "string PersonaDescription(int index)",
            [.. _index.Personas],
            static persona => CSharpLiterals.String(persona.Description)
        );
        EmitPersonaBits(
            "PersonaTools",
            "The tools it lists: bit i of word i/64 stands for tool i.",
            static p => p.Tools
        );
        EmitPersonaBits(
            "PersonaReach",
            "The tools it may call, as bits; all that it lists are among them.",
            static p => p.Reach
        );
    }

    private void EmitPersonaBits(string name, string summary, Func<PersonaModel, EquatableArray<string>> tools)
    {
        _writer.Line(XmlDoc.Summary(summary));
        EmitSwitch(
            $"{RuntimeNames.ReadOnlySpan}<ulong> {name}(int index)",
            [.. _index.Personas],
            persona => $"[{string.Join(", ", PersonaBits.Words(tools(persona), _tools))}]"
        );
    }

    private void EmitSwitch<T>(string signature, List<T> items, Func<T, string> value)
    {
        using (_writer.Open($"public static {signature} => index switch", "};"))
        {
            for (int i = 0; i < items.Count; i++)
            {
                _writer.Line($"{CSharpLiterals.Integer(i)} => {value(items[i])},");
            }

            _writer.Line($"_ => throw new {RuntimeNames.OutOfRange}(nameof(index)),");
        }

        _writer.Line();
    }

    private void EmitBytes(string type, string name, Func<ToolIndexModel, string> value)
    {
        string full = RuntimeNames.Runtime + type;
        _writer.Line($"public static {full} {name}(int index) => ({full}){name}Bytes[index];").Line();
        _writer.Line($"private static {RuntimeNames.ReadOnlySpan}<byte> {name}Bytes =>");
        _writer.Line("[");
        using (_writer.Indent())
        {
            foreach (ToolIndexModel tool in _tools)
            {
                _writer.Line($"(byte)({value(tool)}),");
            }
        }

        _writer.Line("];").Line();
    }

    private void EmitNames(string name, IEnumerable<string> values) =>
        _writer
            .Line(
                $"public static {RuntimeNames.ReadOnlySpan}<string> {name} => new string[] {{ {CSharpLiterals.Strings(values)} }};"
            )
            .Line();

    private static string Class(ToolIndexModel tool) => RuntimeNames.Tools + ArgumentNames.Tool(tool.Name);

    private static string Create(ToolIndexModel tool)
    {
        if (tool.IsStub || tool.HandlerMissing)
        {
            return $"new {RuntimeNames.Runtime}UnavailableTool({CSharpLiterals.String(tool.Name)})";
        }

        string handler = tool.Handler is { } name ? $"new global::{name}()" : "";
        return $"new {Class(tool)}({handler})";
    }
}
