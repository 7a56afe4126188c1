using ClickUpMcp.Generators.Diagnostics;
using ClickUpMcp.Generators.Json;
using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Spec;

/// <summary>Collects the entries of all files and checks what only shows across them.</summary>
internal sealed class CatalogChecker(RootSpec root, DiagnosticBag bag)
{
    private static readonly string[] EmittedTypes = ["ClickUpOperations", "Shapes", "ToolCatalog"];

    private readonly List<ToolEntry> _entries = [];
    private bool _isComplete = true;
    private readonly Dictionary<string, (ToolEntry Entry, JsonValue Where)> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _bases = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _types = EmittedTypes
        .Concat(root.Entities.Values.Select(static entity => entity.Kind + "Id").Append("WorkspaceId"))
        // Entities whose names clash were reported where they are read.
        .Distinct(StringComparer.OrdinalIgnoreCase)
        .ToDictionary(name => name, _ => "a type of the catalogue", StringComparer.OrdinalIgnoreCase);

    /// <summary>Takes in the entries of one file; those whose names are taken are reported and left out.</summary>
    public void Add(IReadOnlyList<ToolEntry?> entries)
    {
        foreach (ToolEntry? entry in entries)
        {
            if (entry is null)
            {
                _isComplete = false;
            }
            else if (
                ClaimName(entry, entry.NameValue)
                && NameClashes.Claim(_bases, entry.NameValue, CSharpNames.Pascal(entry.Model.Name), entry.Spec.Bag)
            )
            {
                _entries.Add(entry);
            }
            else
            {
                _isComplete = false;
                ChooseBetween(_entries.Find(other => other.Model.Name == entry.Model.Name), entry);
            }
        }
    }

    /// <summary>Runs the checks across entries and gives the result.</summary>
    /// <param name="filesComplete">Whether every file could be read; otherwise nothing is said about what is missing.</param>
    public CatalogModel Complete(bool filesComplete)
    {
        foreach (ToolEntry entry in _entries)
        {
            ClaimAliases(entry);
            string type = CSharpNames.Pascal(entry.Model.Name);
            NameClashes.Claim(_types, entry.NameValue, type + "Tool", entry.Spec.Bag);
            NameClashes.Claim(_types, entry.NameValue, type + "Arguments", entry.Spec.Bag);
            NameClashes.Claim(_types, entry.NameValue, "Resolved" + type, entry.Spec.Bag);
        }

        foreach (ToolEntry entry in _entries)
        {
            ClaimRecords(entry);
        }

        bool isComplete = filesComplete && _isComplete && root.IsUsable && _entries.TrueForAll(e => !e.IsBroken);
        var listings = new ListingResolver(root, _entries, isComplete, bag);
        EquatableArray<EntityModel> entities = root.IsUsable ? listings.Resolve() : default;
        new UsesResolver(_entries, isComplete && !listings.IsBroken, bag).Resolve(listings.Used);
        ToolModel[] tools = [.. _entries.Where(e => !e.Model.Internal).Select(e => e.Model)];
        string[] names = [.. tools.Select(tool => tool.Name)];
        if (isComplete)
        {
            BulkParser.CheckTools(root, names, bag);
        }

        EquatableArray<ArgumentSetModel> sets = SharedArgumentSets.Resolve(root, _entries);
        _entries.Sort(Compare);
        EquatableArray<PersonaModel> personas = new PersonaResolver(root, _entries, isComplete, bag).Resolve();
        foreach (ToolEntry entry in root.IsUsable ? _entries : [])
        {
            bag.AddRange(entry.Spec.Bag.Diagnostics);
        }

        return new CatalogModel(
            root.Server,
            root.Categories.ToEquatableArray(),
            personas,
            entities,
            sets,
            root.Shapes.Values.OrderBy(s => s.Name, StringComparer.Ordinal).ToEquatableArray(),
            _entries.Select(e => e.Result()).ToEquatableArray()
        )
        {
            Unbound = root.Unbound,
            Clients = root.Clients,
            Search = root.Search,
            Prompts = new PromptParser(root, isComplete ? names : null, bag).Parse(),
            Resources = new ResourceParser(root, isComplete ? tools : null, bag).Parse(),
            Upstream = root.Upstream,
        };
    }

    /// <summary>The handler classes that must exist.</summary>
    public EquatableArray<HandlerUse> HandlerUses() =>
        _entries
            .Where(e => e.Model.Handler is not null)
            .Select(e =>
            {
                JsonValue where = e.Spec.Find("handler")!;
                string handler = e.Model.Handler!;
                string type = CSharpNames.Pascal(e.Model.Name);
                return new HandlerUse(
                    handler,
                    DiagnosticBag.Create(
                        Descriptors.MissingHandler,
                        where.Source,
                        where.Span,
                        handler,
                        e.Model.Name,
                        type
                    )
                );
            })
            .ToEquatableArray();

    /// <summary>Which of two entries is emitted, so that code which names them compiles whichever was meant.</summary>
    /// <remarks>A handler names the arguments of its own entry; an operation takes anything as long as it is not known which it is.</remarks>
    private void ChooseBetween(ToolEntry? first, ToolEntry second)
    {
        if (first is { Model.Handler: null } && second.Model.Handler is not null)
        {
            _entries[_entries.IndexOf(first)] = second;
            bag.AddRange(first.Spec.Bag.Diagnostics);
            return;
        }

        if (first is { Model.Handler: null })
        {
            first.IsAmbiguous = true;
        }

        bag.AddRange(second.Spec.Bag.Diagnostics);
    }

    private bool ClaimName(ToolEntry entry, JsonValue name)
    {
        if (_names.TryGetValue(name.Text, out (ToolEntry Entry, JsonValue Where) other))
        {
            string place = other.Where.Source.Place(other.Where.Span);
            entry.Spec.Bag.Report(Descriptors.DuplicateTool, name, name.Text, other.Entry.Model.Name, place);
            return false;
        }

        _names.Add(name.Text, (entry, name));
        return true;
    }

    private void ClaimAliases(ToolEntry entry)
    {
        foreach (JsonValue alias in entry.Spec.Find("aliases")?.Items.Where(a => a.Kind == JsonKind.String) ?? [])
        {
            if (NameRules.Check(alias, "tool alias", NameRules.Alias, entry.Spec.Bag))
            {
                ClaimName(entry, alias);
            }
        }
    }

    private void ClaimRecords(ToolEntry entry)
    {
        foreach (JsonValue record in entry.Arguments.SelectMany(a => Records(a.Member.Value)))
        {
            NameClashes.Claim(_types, record, record.Text, entry.Spec.Bag);
            NameClashes.Claim(_types, record, "Resolved" + record.Text, entry.Spec.Bag);
        }
    }

    private static IEnumerable<JsonValue> Records(JsonValue type)
    {
        if (type.Find("record") is { Kind: JsonKind.String } record)
        {
            yield return record;
        }

        IEnumerable<JsonValue> inner = type.Find("fields")?.Members.Select(m => m.Value) ?? [];
        if (type.Find("items") is { } items)
        {
            inner = inner.Append(items);
        }

        foreach (JsonValue nested in inner.SelectMany(Records))
        {
            yield return nested;
        }
    }

    private static int Compare(ToolEntry left, ToolEntry right)
    {
        int order = string.CompareOrdinal(left.Model.Category, right.Model.Category);
        return order != 0 ? order : string.CompareOrdinal(left.Model.Name, right.Model.Name);
    }
}
