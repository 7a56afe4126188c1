using ClickUpMcp.Generators.Diagnostics;
using ClickUpMcp.Generators.Json;
using ClickUpMcp.Generators.Model;
using ClickUpMcp.Projection;

namespace ClickUpMcp.Generators.Spec;

/// <summary>Reads the shapes of all files and copies in what they extend.</summary>
internal sealed class ShapeParser(IReadOnlyDictionary<string, EntitySpec> entities, bool isComplete, DiagnosticBag bag)
{
    private const int MaximumTextLength = 1_000_000;

    // What structured content and JSON say of a thing beside its fields.
    private static readonly string[] Reserved = ["note", "outcome", "parts", "raw"];

    private readonly Dictionary<string, SpecObject> _specs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ShapeModel> _done = new(StringComparer.Ordinal);
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);

    /// <summary>The shapes of a file as written; null when they cannot be read.</summary>
    public static IReadOnlyList<JsonMember>? Members(SpecObject file) =>
        file.Has("shapes") ? file.Object("shapes")?.Members : [];

    public IReadOnlyDictionary<string, ShapeModel> Parse(IEnumerable<JsonMember> members)
    {
        var fileNames = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (JsonMember member in members)
        {
            if (_specs.TryGetValue(member.Name, out SpecObject? first))
            {
                string file = first.Value.Source.Path.Split('/', '\\').Last();
                bag.Report(Descriptors.DuplicateShape, member.Key, member.Name, file);
            }
            else if (
                NameRules.Check(member.Key, "shape name", NameRules.Name, bag)
                && NameClashes.Claim(fileNames, member.Key, CSharpNames.Pascal(member.Name), bag)
                && SpecObject.Open(member.Value, KnownKeys.Shape, bag) is { } spec
            )
            {
                _specs.Add(member.Name, spec);
            }
        }

        foreach (string name in _specs.Keys)
        {
            Complete(name);
        }

        return _done;
    }

    private ShapeModel? Complete(string name)
    {
        if (_done.TryGetValue(name, out ShapeModel? done))
        {
            return done;
        }

        SpecObject spec = _specs[name];
        if (!_open.Add(name))
        {
            bag.Report(Descriptors.ExtendsCycle, spec.Find("extends")!, name);
            return null;
        }

        ShapeModel? parent = ParseParent(spec);
        List<ShapeFieldModel> fields = [.. parent?.Fields ?? default];
        foreach (ShapeFieldModel field in spec.Members("fields").Select(ParseField).OfType<ShapeFieldModel>())
        {
            int index = fields.FindIndex(f => f.Name == field.Name);
            if (index >= 0)
            {
                fields[index] = field;
            }
            else
            {
                fields.Add(field);
            }
        }

        if (spec.Find("fields") is null or { Kind: JsonKind.Object, Members.Count: 0 } && !spec.Has("extends"))
        {
            bag.Report(Descriptors.EmptyShape, spec.Value, name);
        }

        string? plural = (
            parent is null && !spec.Has("extends") ? spec.RequiredText("plural") : spec.Text("plural")
        )?.Text;
        var shape = new ShapeModel(name, plural ?? parent?.Plural ?? name, fields.ToEquatableArray())
        {
            Author = AuthorParser.Parse(spec, parent?.Author, fields, bag),
        };
        _done[name] = shape;
        return shape;
    }

    private ShapeModel? ParseParent(SpecObject spec)
    {
        if (spec.Text("extends") is not { } parent)
        {
            return null;
        }

        if (_specs.ContainsKey(parent.Text))
        {
            return Complete(parent.Text);
        }

        if (isComplete)
        {
            bag.Report(Descriptors.UnknownShape, parent, parent.Text, Suggestion.For(parent.Text, _specs.Keys));
        }

        return null;
    }

    private ShapeFieldModel? ParseField(JsonMember member)
    {
        NameRules.Check(member.Key, "field name", NameRules.Name, bag);
        if (SpecObject.Open(member.Value, KnownKeys.ShapeField, bag) is not { } spec)
        {
            return null;
        }

        if (Reserved.Contains(member.Name))
        {
            bag.Report(Descriptors.ReservedField, member.Key, member.Name, string.Join(", ", Reserved));
        }

        string kind = spec.Word("kind", WordSets.FieldKinds) ?? nameof(FieldKind.String);
        int maxLength = spec.Integer("maxLength", 1, MaximumTextLength) ?? 0;
        if (spec.Find("maxLength") is { } misplaced && kind is not (nameof(FieldKind.Text) or nameof(FieldKind.Blocks)))
        {
            bag.Report(Descriptors.MisplacedMaxLength, misplaced, spec.Find("kind")?.Text ?? "string");
        }

        string from = spec.Text("from") is { } path
            ? FieldPath.Parse(path, allowMapping: true, bag) ?? member.Name
            : member.Name;
        string level = spec.Word("level", WordSets.Levels) ?? nameof(DetailLevel.Summary);
        var keys = new ShapeFieldKeys(spec, entities, bag);
        return new ShapeFieldModel(member.Name, from, kind, level, maxLength)
        {
            Label = ParseLabel(spec, from),
            Entity = keys.ParseEntity(kind == nameof(FieldKind.Named)),
            Pair = keys.ParsePair(from),
            IsMutual = keys.ParseMutual(),
            Words = keys.ParseWords(),
            Aliases = keys.ParseAliases(),
        };
    }

    private string ParseLabel(SpecObject spec, string from)
    {
        if (spec.Text("label") is not { } label)
        {
            return "";
        }

        if (!FieldTypes.IsMapping(from))
        {
            bag.Report(Descriptors.MisplacedLabel, label);
        }

        return FieldPath.Parse(label, allowMapping: false, bag) ?? "";
    }
}
