using ClickUpMcp.Api;
using ClickUpMcp.Generators.Diagnostics;
using ClickUpMcp.Generators.Json;
using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Spec;

/// <summary>Finds out what a write is compared with: each value of the body with the member of its name, unless the spec says otherwise.</summary>
internal sealed class ReadBackParser(ToolArguments arguments, DiagnosticBag bag)
{
    private const string Items = "[]";
    private const string Lacks = "!";
    private const string Added = "add";
    private const string Removed = "rem";

    private readonly List<ReadBackFieldModel> _fields = [];

    /// <summary>The comparison; null for a request that only reads.</summary>
    public ReadBackModel? Parse(SpecObject request, string method, BodyNodeModel? body)
    {
        if (method is "" or "GET")
        {
            if (request.Has("readBack"))
            {
                bag.Report(Descriptors.ReadBackOfGet, request.Key("readBack"));
            }

            return null;
        }

        // What a deletion sends says what is to go.
        if (body is not null && method != "DELETE")
        {
            Collect("", body);
        }

        SpecObject? spec = request.Object("readBack") is { } value
            ? SpecObject.Open(value, KnownKeys.ReadBack, bag)
            : null;
        foreach (JsonMember member in spec?.Members("shown") ?? [])
        {
            Override(member);
        }

        string[] with = [.. spec?.Texts("with").Select(Known).OfType<string>() ?? []];
        return new ReadBackModel(_fields.ToEquatableArray(), spec?.Text("from")?.Text, with.ToEquatableArray());
    }

    private string? Known(JsonValue name)
    {
        if (name.Text == ImplicitArguments.Workspace || arguments.Find(name.Text) is not null)
        {
            return name.Text;
        }

        bag.Report(Descriptors.UnknownReadBack, name, name.Text, arguments.Tool);
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
        if (
            member.Value.Kind == JsonKind.Null
            || !SpecObject.Expect(member.Value, JsonKind.String, $"'{member.Name}'", bag)
        )
        {
            return;
        }

        bool lacks = member.Value.Text.StartsWith(Lacks, StringComparison.Ordinal);
        string shown = lacks ? member.Value.Text.Substring(1) : member.Value.Text;
        foreach (ReadBackFieldModel field in known.DefaultIfEmpty(new(member.Name, null, "", KindOf(argument.Type))))
        {
            string kind = lacks ? nameof(ReadBackKind.Lacks) : Listed(shown, field.Kind);
            _fields.Add(field with { Shown = shown, Kind = kind });
        }
    }

    private static string Listed(string shown, string kind) =>
        shown.Contains(Items) ? nameof(ReadBackKind.Holds) : kind;

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
            case BodyNodeKind.Each when ItemPath(location, node.Children[0]) is { } path:
                Add(node.Value!.Argument, path, nameof(ReadBackKind.Holds));
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
        if (location.Length == 0 || arguments.Find(name)?.Type is not { } type)
        {
            return;
        }

        if (type.Kind == TypeKind.Array)
        {
            if (type.Items!.Kind is not (TypeKind.Object or TypeKind.Json or TypeKind.Array))
            {
                AddList(location, name);
            }
        }
        else if (type.Kind is not (TypeKind.Object or TypeKind.Json or TypeKind.File))
        {
            Add(name, location, KindOf(type));
        }
    }

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
            Add(name, location + Items, nameof(ReadBackKind.Holds));
        }
    }

    private void Add(string? name, string path, string kind)
    {
        if (name is not null && arguments.Find(name) is not null)
        {
            _fields.Add(new ReadBackFieldModel(name, path, path, kind));
        }
    }

    private static string KindOf(TypeModel type) =>
        type.Kind switch
        {
            TypeKind.Date => nameof(ReadBackKind.Date),
            TypeKind.Text or TypeKind.Comment => nameof(ReadBackKind.Text),
            _ => nameof(ReadBackKind.Same),
        };
}
