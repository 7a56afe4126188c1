using ClickUpMcp.Api;
using ClickUpMcp.Generators.Diagnostics;
using ClickUpMcp.Generators.Json;
using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Spec;

/// <summary>Finds out what a write is compared with: each value of the body with the member of its name, unless the spec says otherwise.</summary>
internal sealed class ReadBackParser(ToolArguments arguments, DiagnosticBag bag)
{
    private const string Items = "[]";
    private const string Added = "add";
    private const string Removed = "rem";

    private readonly List<ReadBackFieldModel> _fields = [];
    private bool _replaces;

    // A list in a change replaces the one that was there.
    private string ListKind => _replaces ? nameof(ReadBackKind.Only) : nameof(ReadBackKind.Holds);

    private string FormKind => _replaces ? nameof(ReadBackKind.Whole) : nameof(ReadBackKind.Some);

    /// <summary>The comparison; null for a request that only reads.</summary>
    /// <param name="spec">The request's entry in the spec.</param>
    /// <param name="request">The request.</param>
    public ReadBackModel? Parse(SpecObject spec, RequestModel request)
    {
        if (request.Method is "" or "GET")
        {
            if (spec.Has("readBack"))
            {
                bag.Report(Descriptors.ReadBackOfGet, spec.Key("readBack"));
            }

            return null;
        }

        _replaces = request.Method is "PUT" or "PATCH";
        // What a deletion sends says what is to go.
        if (request.Body is { } body && request.Method != "DELETE")
        {
            Collect("", body);
        }

        SpecObject? own = spec.Object("readBack") is { } value ? SpecObject.Open(value, KnownKeys.ReadBack, bag) : null;
        foreach (JsonMember member in own?.Members("shown") ?? [])
        {
            Override(member);
        }

        ReadBackArgumentModel[] with = [.. own?.Texts("with").Select(Passed).OfType<ReadBackArgumentModel>() ?? []];
        string? choice = own?.Text("for") is { } chosen ? Known(chosen, chosen.Text) : null;
        ReadBackModel model = new(_fields.ToEquatableArray(), own?.Text("from")?.Text, with.ToEquatableArray())
        {
            For = choice,
            IsGone = own?.Flag("gone") ?? false,
            IsAlike = own?.Flag("alike") ?? false,
            Next = own?.Text("next")?.Text,
        };
        return ReadBackUsage.Check(spec, request, model, arguments, bag);
    }

    // "task=source_tasks" gives an argument of another name to the read.
    private ReadBackArgumentModel? Passed(JsonValue text)
    {
        string[] names = text.Text.Split('=');
        return Known(text, names[names.Length - 1]) is { } name ? new ReadBackArgumentModel(names[0], name) : null;
    }

    private string? Known(JsonValue where, string name)
    {
        if (name == ImplicitArguments.Workspace || arguments.Find(name) is not null)
        {
            return name;
        }

        bag.Report(Descriptors.UnknownReadBack, where, name, arguments.Tool);
        return null;
    }

    // Null takes a value out of the comparison.
    private void Override(JsonMember member)
    {
        if (arguments.Find(member.Name) is not { } argument)
        {
            bag.Report(Descriptors.UnknownReadBack, member.Key, member.Name, arguments.Tool);
            return;
        }

        ReadBackFieldModel[] known = [.. _fields.Where(f => f.Argument == member.Name)];
        _fields.RemoveAll(f => f.Argument == member.Name);
        if (member.Value.Kind == JsonKind.Null)
        {
            return;
        }

        IReadOnlyList<JsonValue> texts = member.Value.Kind == JsonKind.Array ? member.Value.Items : [member.Value];
        ReadBackPath?[] paths =
        [
            .. texts
                .Where(text => SpecObject.Expect(text, JsonKind.String, $"'{member.Name}'", bag))
                .Select(text => Read(text)),
        ];
        if (paths.Length == 0 || paths[0] is not { } path || paths.Contains(null))
        {
            return;
        }

        string shown = string.Join("|", paths.Select(static one => one!.Value.Shown));
        foreach (ReadBackFieldModel field in known.DefaultIfEmpty(new(member.Name, null, "", KindOf(argument.Type))))
        {
            string kind = (path with { Shown = shown }).KindFor(member.Name, field.Kind);
            _fields.Add(field with { Shown = shown, Kind = kind, Item = path.Item, ItemFrom = path.ItemFrom });
        }
    }

    private ReadBackPath? Read(JsonValue text)
    {
        ReadBackPath? path = ReadBackPath.Parse(text.Text);
        if (path is null)
        {
            bag.Report(Descriptors.BadReadBackPath, text, text.Text);
        }
        else if (path.Value.Item is { } item && arguments.Find(item) is null)
        {
            bag.Report(Descriptors.UnknownReadBack, text, item, arguments.Tool);
            return null;
        }

        return path;
    }

    private void Collect(string location, BodyNodeModel node)
    {
        switch (node.Kind)
        {
            case BodyNodeKind.Object:
                foreach (BodyNodeModel child in node.Children)
                {
                    Collect(location.Length == 0 ? child.Name ?? "" : $"{location}.{child.Name}", child);
                }

                break;
            case BodyNodeKind.When:
                Collect(location, node.Children[0]);
                break;
            case BodyNodeKind.Each when location.Length > 0:
                string? path = ItemPath(location, node.Children[0]);
                Add(node.Value!.Argument, path ?? location, path is null ? FormKind : ListKind);
                break;
            case BodyNodeKind.Array when location.Length == 0:
                foreach (BodyNodeModel child in node.Children.Where(static c => c.Kind == BodyNodeKind.Each))
                {
                    Add(child.Value!.Argument, location, FormKind);
                }

                break;
            case BodyNodeKind.Value when node.Value is { Property: "day" } day && location.Length > 0:
                Add(day.Argument, location, nameof(ReadBackKind.Same));
                break;
            case BodyNodeKind.Value when node.Value is { IsWholeValue: true } or { Property: "orEmpty" }:
                AddValue(location, node.Value.Argument!);
                break;
        }
    }

    // Of an item that is an object, the member that is the item's own value.
    private static string? ItemPath(string location, BodyNodeModel template) =>
        template switch
        {
            { Kind: BodyNodeKind.Value, Value.Argument: BindingModel.Item } => location + Items,
            { Kind: BodyNodeKind.Object } => template.Children.FirstOrDefault(c =>
                c is { Kind: BodyNodeKind.Value, Value.Argument: BindingModel.Item }
            )
                is { } member
                ? $"{location}{Items}.{member.Name}"
                : null,
            _ => null,
        };

    private void AddValue(string location, string name)
    {
        if (location.Length == 0 || arguments.Find(name)?.Type is not { } type || !IsKept(name))
        {
            return;
        }

        if (type is { Kind: TypeKind.Array, Items.Kind: not (TypeKind.Object or TypeKind.Json or TypeKind.Array) })
        {
            AddList(location, name);
        }
        else if (type.Kind != TypeKind.File)
        {
            string kind = KindOf(type);
            Add(name, location, kind == nameof(ReadBackKind.Some) && IsList(type) ? FormKind : kind);
        }
    }

    private static bool IsList(TypeModel type) =>
        type.Kind == TypeKind.Array || (type.Kind == TypeKind.Json && type.Holds == "Objects");

    // What is sent as added and removed is shown as one list.
    private void AddList(string location, string name)
    {
        string[] parts = location.Split('.');
        string last = parts[parts.Length - 1];
        string list = string.Join(".", parts.Take(parts.Length - 1)) + Items;
        if (parts.Length > 1 && last is Added or Removed)
        {
            string kind = last == Added ? nameof(ReadBackKind.Holds) : nameof(ReadBackKind.Lacks);
            _fields.Add(new ReadBackFieldModel(name, location + Items, list, kind));
        }
        else
        {
            Add(name, location + Items, ListKind);
        }
    }

    private void Add(string? name, string path, string kind)
    {
        if (name is not null && arguments.Find(name) is not null && IsKept(name))
        {
            _fields.Add(new ReadBackFieldModel(name, path, path, kind));
        }
    }

    private bool IsKept(string name) => arguments.Declared.All(e => e.Model.Name != name || e.IsKept);

    private static string KindOf(TypeModel type) =>
        type.Kind switch
        {
            TypeKind.Date => nameof(ReadBackKind.Date),
            TypeKind.Duration => nameof(ReadBackKind.Duration),
            TypeKind.Text or TypeKind.Comment => nameof(ReadBackKind.Text),
            TypeKind.Object or TypeKind.Json or TypeKind.Array or TypeKind.File => nameof(ReadBackKind.Some),
            _ => nameof(ReadBackKind.Same),
        };
}
