using ClickUpMcp.Generators.Diagnostics;
using ClickUpMcp.Generators.Json;
using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Spec;

/// <summary>Reads the listings of entities against the entries whose requests they send.</summary>
internal sealed class ListingResolver(
    RootSpec root,
    IReadOnlyList<ToolEntry> entries,
    bool isComplete,
    DiagnosticBag bag
)
{
    private readonly Dictionary<string, ToolEntry> _byName = entries.ToDictionary(
        e => e.Model.Name,
        StringComparer.Ordinal
    );

    /// <summary>The names of the entries that list something.</summary>
    public HashSet<string> Used { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether a listing names an entry that there is not, so that another may be idle for no fault of its own.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>The entities, with the listings of those that have one, and the ambient workspace if there is one.</summary>
    public EquatableArray<EntityModel> Resolve()
    {
        IEnumerable<EntityModel> entities = root.Entities.Values.Distinct().Select(Resolve);
        return root.Workspace is null || root.Entities.ContainsKey(EntitySpec.Workspace)
            ? entities.ToEquatableArray()
            : entities.Prepend(EntityParser.Workspace).ToEquatableArray();
    }

    private EntityModel Resolve(EntitySpec entity)
    {
        if (entity.Listing is not { } spec)
        {
            return entity.Model;
        }

        string idForm = spec.RequiredText("idForm") is null ? "" : spec.Word("idForm", WordSets.IdForms) ?? "";
        if (FindOperation(spec) is not { } entry)
        {
            return entity.Model;
        }

        ToolModel operation = entry.Model;
        IReadOnlyList<ListingArgumentModel> arguments = ReadArguments(spec, operation);
        ResponseModel? response = operation.Response;
        return entity.Model with
        {
            Listing = new ListingModel
            {
                Operation = UsesResolver.Reduce(entry),
                Places = ReadPlaces(spec, entity, operation, arguments).ToEquatableArray(),
                Arguments = arguments.ToEquatableArray(),
                Items = spec.Has("items")
                    ? spec.Texts("items").Select(i => i.Text).ToEquatableArray()
                    : new EquatableArray<string>([response?.Path ?? "", .. response?.MorePaths ?? default]),
                Children = response?.Children ?? "",
                Pagination = response?.Pagination,
                IdForm = idForm,
                Adjective = spec.Text("adjective")?.Text,
                Sigil = spec.Text("sigil")?.Text,
                BuiltIn = spec.Members("builtIn")
                    .Where(b => SpecObject.Expect(b.Value, JsonKind.String, $"'{b.Name}'", bag))
                    .Select(b => new BuiltInModel(b.Name, b.Value.Text))
                    .ToEquatableArray(),
            },
        };
    }

    private ToolEntry? FindOperation(SpecObject spec)
    {
        if (spec.RequiredText("operation") is not { } name)
        {
            IsBroken = true;
            return null;
        }

        Used.Add(name.Text);
        if (_byName.TryGetValue(name.Text, out ToolEntry? entry) && UsesResolver.HasRequest(entry))
        {
            return entry.IsBroken ? null : entry;
        }

        IsBroken = true;
        if (isComplete || entry is not null)
        {
            IEnumerable<string> known = entries.Where(UsesResolver.HasRequest).Select(e => e.Model.Name);
            bag.Report(Descriptors.UnknownListing, name, name.Text, Suggestion.For(name.Text, known));
        }

        return null;
    }

    private List<ListingArgumentModel> ReadArguments(SpecObject spec, ToolModel operation)
    {
        var arguments = new List<ListingArgumentModel>();
        foreach (JsonMember member in spec.Members("arguments"))
        {
            TypeKind? type = operation.Arguments.FirstOrDefault(a => a.Name == member.Name)?.Type.Kind;
            bool fits = member.Value.Kind switch
            {
                JsonKind.True or JsonKind.False => type is TypeKind.Boolean,
                JsonKind.Number => type is TypeKind.Integer && NumberText.ToInteger(member.Value.Text) is not null,
                JsonKind.String => type is TypeKind.String or TypeKind.Text,
                _ => false,
            };
            if (fits)
            {
                arguments.Add(new ListingArgumentModel(member.Name, JsonWriter.Write(member.Value)));
            }
            else
            {
                bag.Report(Descriptors.BadListingArgument, member.Value, member.Name, operation.Name);
            }
        }

        return arguments;
    }

    private IEnumerable<ListingPlaceModel> ReadPlaces(
        SpecObject spec,
        EntitySpec entity,
        ToolModel operation,
        IReadOnlyList<ListingArgumentModel> arguments
    )
    {
        foreach (string place in entity.IsCircular ? [] : entity.Places)
        {
            JsonValue where = spec.Texts("in").FirstOrDefault(i => i.Text == place) ?? spec.Find("operation")!;
            EntityModel? parent =
                root.Entities.TryGetValue(place, out EntitySpec? found) ? found.Model
                : place == EntitySpec.Workspace ? EntityParser.Workspace
                : null;
            if (parent is null)
            {
                bag.Report(Descriptors.UnknownEntity, where, place, Suggestion.For(place, root.Entities.Keys));
            }
            else if (operation.Requests.FirstOrDefault(r => Lists(operation, r, parent, arguments)) is { } request)
            {
                yield return new ListingPlaceModel(parent.Kind, request);
            }
            else
            {
                bag.Report(Descriptors.ListsElsewhere, where, operation.Name, parent.Noun);
            }
        }
    }

    // Nothing but the place may have to be given.
    private static bool Lists(
        ToolModel operation,
        RequestModel request,
        EntityModel place,
        IReadOnlyList<ListingArgumentModel> given
    )
    {
        ArgumentModel[] needed =
        [
            .. operation.Arguments.Where(a =>
                a.Role == ArgumentRole.Declared
                && !given.Any(g => g.Name == a.Name)
                && (
                    a.Name == request.When
                    || (a.Default is null && (a.Required || request.Path.Any(p => p.Binding?.Argument == a.Name)))
                )
            ),
        ];
        return place.Name == EntitySpec.Workspace
            ? needed.Length == 0
            : needed.Length == 1 && needed[0].Type is { Kind: TypeKind.Entity } type && type.Entity == place.Kind;
    }
}
