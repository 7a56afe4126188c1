using ClickUpMcp.Generators.Diagnostics;
using ClickUpMcp.Generators.Json;
using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Spec;

/// <summary>Reads the root file.</summary>
internal sealed class RootParser(DiagnosticBag bag)
{
    private const int SupportedVersion = 1;

    public RootSpec Parse(JsonValue value)
    {
        if (SpecObject.Open(value, KnownKeys.Root, bag) is not { } spec)
        {
            return new RootSpec();
        }

        CheckVersion(spec);
        Dictionary<string, EntitySpec> entities = new EntityParser(bag).Parse(spec.Members("entities"));
        return new RootSpec
        {
            IsUsable = true,
            Server = ParseServer(spec),
            Workspace = ParseWorkspace(spec),
            Upstream = UpstreamParser.Parse(spec, bag),
            Api = ParseApi(spec.Members("api")),
            Operations = ParseOperations(spec.Members("operations")),
            Categories = ParseCategories(spec),
            Entities = entities,
            ArgumentSets = ParseArgumentSets(spec.Members("argumentSets"), entities),
            Bulk = BulkParser.ParseAll(spec, bag),
            BulkMembers = spec.Members("bulk"),
            ShapeMembers = ShapeParser.Members(spec),
            Personas = spec.Members("personas"),
            Unbound = new ExcuseParser(bag).ParseRoot(spec),
            Clients = new ClientsParser(bag).Parse(spec.Find("clients")),
            Search = new SearchParser(bag).Parse(spec.Find("search")),
            PromptMembers = spec.Members("prompts"),
            ResourceMembers = spec.Members("resources"),
        };
    }

    private void CheckVersion(SpecObject spec)
    {
        if (
            spec.Required("specVersion") is { } version
            && SpecObject.Expect(version, JsonKind.Number, "'specVersion'", bag)
            && NumberText.ToInteger(version.Text) != "1"
        )
        {
            bag.Report(Descriptors.UnsupportedVersion, version, version.Text, SupportedVersion);
        }
    }

    private ServerModel ParseServer(SpecObject root)
    {
        if (root.Required("server") is not { } value || SpecObject.Open(value, KnownKeys.Server, bag) is not { } server)
        {
            return new RootSpec().Server;
        }

        IReadOnlyList<JsonValue> clientArguments = server.Texts("clientArguments");
        foreach (JsonValue name in clientArguments)
        {
            NameRules.Check(name, "client argument", NameRules.ClientArgument, bag);
        }

        return new ServerModel(Text("name"), Text("title"), Text("instructions"), ParseDefaultPersona(root, server))
        {
            ClientArguments = clientArguments.Select(static name => name.Text).ToEquatableArray(),
        };

        string Text(string key) => server.RequiredText(key)?.Text ?? "";
    }

    private ArgumentModel? ParseWorkspace(SpecObject root)
    {
        if (
            root.Find("workspace") is not { } value
            || SpecObject.Open(value, KnownKeys.Workspace, bag) is not { } workspace
        )
        {
            return null;
        }

        IReadOnlyList<JsonValue> aliases = workspace.Texts("aliases");
        foreach (JsonValue alias in aliases)
        {
            NameRules.Check(alias, "argument alias", NameRules.Alias, bag);
        }

        string? description = workspace.Description("the workspace", required: false);
        return ImplicitArguments.WorkspaceOf(description, aliases.Select(a => a.Text));
    }

    private string ParseDefaultPersona(SpecObject root, SpecObject server)
    {
        if (server.Text("defaultPersona") is not { } name)
        {
            return "";
        }

        string[] personas = [.. root.Members("personas").Select(p => p.Name)];
        if (!personas.Contains(name.Text))
        {
            bag.Report(Descriptors.UnknownPersona, name, name.Text, Suggestion.For(name.Text, personas));
        }

        return name.Text;
    }

    private Dictionary<string, string?> ParseApi(IReadOnlyList<JsonMember> members)
    {
        var api = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (JsonMember member in members)
        {
            string? prefix = null;
            if (SpecObject.Expect(member.Value, JsonKind.String, $"'{member.Name}'", bag))
            {
                if (FindPrefixProblem(member.Value.Text) is { } problem)
                {
                    bag.Report(Descriptors.BadPath, member.Value, member.Value.Text, problem);
                }
                else
                {
                    prefix = member.Value.Text;
                }
            }

            api.Add(member.Name, prefix);
        }

        return api;
    }

    private Dictionary<string, IReadOnlyList<string>> ParseOperations(IReadOnlyList<JsonMember> members)
    {
        var operations = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (JsonMember member in members)
        {
            if (SpecObject.Expect(member.Value, JsonKind.Array, $"'{member.Name}'", bag))
            {
                operations.Add(
                    member.Name,
                    [
                        .. member
                            .Value.Items.Where(id => SpecObject.Expect(id, JsonKind.String, "an operation", bag))
                            .Select(static id => id.Text),
                    ]
                );
            }
        }

        return operations;
    }

    // The path that follows begins with a slash of its own.
    private static string? FindPrefixProblem(string prefix) =>
        PathParser.FindProblem(prefix)
        ?? (
            prefix.EndsWith("/", StringComparison.Ordinal)
                ? "ends with a slash, with which the path after it begins"
                : null
        );

    private List<CategoryModel> ParseCategories(SpecObject root)
    {
        var categories = new List<CategoryModel>();
        foreach (JsonMember member in root.Required("categories") is null ? [] : root.Members("categories"))
        {
            NameRules.Check(member.Key, "category name", NameRules.Name, bag);
            SpecObject? category = SpecObject.Open(member.Value, KnownKeys.Category, bag);
            categories.Add(
                new CategoryModel(
                    member.Name,
                    category?.RequiredText("title")?.Text ?? "",
                    category?.Description($"the category '{member.Name}'", required: true) ?? ""
                )
            );
        }

        return categories;
    }

    private Dictionary<string, ArgumentSet> ParseArgumentSets(
        IReadOnlyList<JsonMember> members,
        Dictionary<string, EntitySpec> entities
    )
    {
        var sets = new Dictionary<string, ArgumentSet>(StringComparer.Ordinal);
        foreach (JsonMember member in members)
        {
            var own = new DiagnosticBag();
            NameRules.Check(member.Key, "argument set name", NameRules.Name, own);
            IReadOnlyList<ArgumentEntry> arguments = SpecObject.Expect(
                member.Value,
                JsonKind.Object,
                $"'{member.Name}'",
                own
            )
                ? new ArgumentParser(entities, own).ParseAll(member.Value.Members, KnownKeys.Argument)
                : [];
            sets.Add(member.Name, new ArgumentSet(arguments, own.HasErrors));
            bag.AddRange(own.Diagnostics);
        }

        return sets;
    }
}
