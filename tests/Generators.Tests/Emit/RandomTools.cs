using System.Globalization;
using ClickUpMcp.Generators.Model;
using ClickUpMcp.Tools.Binding;

namespace ClickUpMcp.Generators.Tests.Emit;

/// <summary>Makes random tools that the parser would let through; the same seed makes the same ones.</summary>
internal sealed class RandomTools(int seed)
{
    private static readonly string[] Words =
    [
        "abstract",
        "arguments",
        "await",
        "base",
        "body",
        "bool",
        "builder",
        "class",
        "context",
        "default",
        "due",
        "dynamic",
        "event",
        "field",
        "fixed",
        "global",
        "in",
        "index",
        "is",
        "item",
        "item_1",
        "list",
        "lock",
        "name",
        "namespace",
        "new",
        "null",
        "object",
        "out",
        "params",
        "public",
        "reader",
        "record",
        "ref",
        "required",
        "space",
        "static",
        "string",
        "switch",
        "system",
        "task",
        "this",
        "type",
        "using",
        "value",
        "value_1",
        "var",
        "void",
        "writer",
        "yield",
        "cancellation_token",
        "x",
        "a1_b2",
        "user_id",
    ];

    private static readonly string[] Entities = ["Space", "Folder", "List", "Task", "Member", "Status", "CustomField"];
    private static readonly StringFormat[] Formats = [.. System.Enum.GetValues<StringFormat>().Skip(1)];
    private static readonly TypeKind[] Segments = [TypeKind.String, TypeKind.Integer, TypeKind.Enum, TypeKind.Entity];

    private readonly Random _random = new(seed);
    private int _records;
    private int _enums;

    public ToolModel Next(int index)
    {
        bool isInternal = Chance(10);
        List<ArgumentModel> declared =
        [
            .. Names(_random.Next(0, 12)).Select(name => Argument(name, depth: 0, clearable: true)),
        ];
        declared = [.. declared.Select(a => WithContainers(a, declared))];
        string[] clearable = [.. declared.Where(static a => a.Clearable).Select(static a => a.Name)];
        ResponseModel? response = Chance(70) ? Response(declared) : null;
        ArgumentModel[] output =
            response is null || isInternal ? [] : [.. SampleModels.Output(10).Where(_ => Chance(70))];
        return new ToolModel
        {
            Name = $"tool_{seed}_{index}",
            Title = Text(),
            Description = Text(),
            Category = Pick("system", "task"),
            Scope = Pick("Read", "Write", "Delete", "Admin"),
            ReadOnly = Chance(50),
            Destructive = Chance(50),
            Idempotent = Chance(50),
            OpenWorld = Chance(50),
            Aliases = Chance(30) ? new([$"alias_{seed}_{index}"]) : default,
            Internal = isInternal,
            Arguments = new([
                .. declared,
                .. clearable.Length > 0 ? [SampleModels.Clear(clearable)] : Array.Empty<ArgumentModel>(),
                .. output,
                SampleModels.Workspace,
            ]),
            Rules = declared.Count < 2 ? default : new([Rule(declared)]),
            Requests = Requests(declared),
            Response = response,
        };
    }

    private ArgumentModel Argument(string name, int depth, bool clearable)
    {
        TypeModel type = Type(depth);
        bool required = Chance(40);
        return new ArgumentModel
        {
            Name = name,
            Wire = Pick(name, name + "_wire"),
            Description = Chance(60) ? Text() : null,
            Required = required,
            Clearable = clearable && !required && Chance(30),
            Default = !required && Chance(40) ? Default(type) : null,
            Aliases = Chance(20) ? new([name + "Alias"]) : default,
            Type = type,
        };
    }

    private TypeModel Type(int depth)
    {
        TypeKind kind = Chance(5) ? TypeKind.Comment : (TypeKind)_random.Next(0, depth < 3 ? 12 : 9);
        return kind switch
        {
            TypeKind.String => SampleModels.Text(
                Maybe(50, 99),
                Chance(30) ? Pick(Formats) : StringFormat.None,
                Maybe(0, 5)
            ),
            TypeKind.Text => SampleModels.Of(TypeKind.Text) with { MaxLength = Maybe(100, 9999) },
            TypeKind.Integer => SampleModels.Of(kind) with
            {
                Minimum = Number(-9, 0, "."),
                Maximum = Number(1, 99, "."),
            },
            TypeKind.Number => SampleModels.Of(kind) with
            {
                Minimum = Number(-9, 0, ".5"),
                Maximum = Number(1, 9, ".25e1"),
            },
            TypeKind.Date => SampleModels.Date(Pick("Start", "End")),
            TypeKind.Enum => Enum(),
            TypeKind.Entity => SampleModels.Entity(Pick(Entities)),
            TypeKind.Array => SampleModels.ArrayOf(Type(depth + 1)) with
            {
                MinItems = Maybe(0, 2),
                MaxItems = Maybe(3, 50),
                UniqueItems = Chance(30),
            },
            TypeKind.Object => SampleModels.Object(
                $"Record{seed}X{++_records}",
                [.. Names(_random.Next(1, 5)).Select(name => Argument(name, depth + 1, clearable: false))]
            ),
            _ => SampleModels.Of(kind),
        };
    }

    private TypeModel Enum()
    {
        bool isNumber = Chance(50);
        bool isIdentity = Chance(50);
        int number = ++_enums;
        return SampleModels.Enum([
            .. Enumerable
                .Range(1, _random.Next(1, 5))
                .Select(i => new EnumValueModel(
                    $"l{number}\"{i}",
                    isNumber ? $"{i}"
                        : isIdentity ? $"\"l{number}\\\"{i}\""
                        : $"\"w{i}\""
                )),
        ]);
    }

    // Containers that stand beside or above a reference; always the first such argument, so that there is no circle.
    private static ArgumentModel WithContainers(ArgumentModel argument, IReadOnlyList<ArgumentModel> beside)
    {
        ArgumentModel? container = beside.FirstOrDefault(static a => a.Type.Kind == TypeKind.Entity);
        return container is null || container.Name == argument.Name
            ? argument
            : argument with
            {
                Type = Within(argument.Type, container.Name),
            };
    }

    private static TypeModel Within(TypeModel type, string container) =>
        type.Kind switch
        {
            TypeKind.Entity => type with { Within = new([container]) },
            TypeKind.Array => type with { Items = Within(type.Items!, container) },
            TypeKind.Object => type with
            {
                Fields = new([
                    .. type.Fields.Select(f => f.Name == container ? f : f with { Type = Within(f.Type, container) }),
                ]),
            },
            _ => type,
        };

    private EquatableArray<RequestModel> Requests(List<ArgumentModel> declared) =>
        new([
            .. declared
                .Where(static a => a is { Required: false, Default: null })
                .Take(_random.Next(0, 4))
                .Select(a => Request(declared, a.Name) with { When = a.Name }),
            Request(declared, null),
        ]);

    private RequestModel Request(List<ArgumentModel> declared, string? given)
    {
        List<PathPartModel> path = [new("/api/v2/\"x\"", null)];
        path.AddRange(
            declared
                .Where(a => a.Required || a.Default is not null || a.Name == given)
                .Where(a => Segments.Contains(a.Type.Kind) && Chance(50))
                .SelectMany(static a => new PathPartModel[] { new("/p/", null), new(null, SampleModels.Bound(a.Name)) })
        );
        string? custom = declared.Find(static a => a.Type is { Kind: TypeKind.Entity, Entity: "Task" })?.Name;
        IEnumerable<BindingModel> query = declared.Where(a => FitsQuery(a.Type)).SelectMany(Bindings);
        return new RequestModel(
            "Operation",
            Pick("GET", "POST", "PUT", "PATCH", "DELETE"),
            new([
                .. path,
                .. Chance(30)
                    ? [new PathPartModel(null, SampleModels.Bound("workspace"))]
                    : Array.Empty<PathPartModel>(),
            ]),
            new([
                .. query.Where(_ => Chance(60)).Select(static b => new QueryModel(b.Argument + "[]", b)),
                new("c", Constant()),
            ]),
            Chance(80) ? Node(null, declared, depth: 0) : null,
            Chance(50) ? custom : null
        )
        {
            Invalidates = Chance(50) ? new([Pick("List", "Task", "Goal")]) : default,
            Headers = Chance(30) ? new([new("X-Kind", Pick("task", "a \"b\" \\c")), new("X-Two", "2")]) : default,
        };
    }

    private BodyNodeModel Node(string? name, List<ArgumentModel> declared, int depth)
    {
        BodyNodeKind kind = depth == 0 || Chance(60) ? BodyNodeKind.Object : BodyNodeKind.Array;
        string? Name(int i) => kind == BodyNodeKind.Array ? null : $"m{i}";
        List<BodyNodeModel> children =
        [
            .. declared.SelectMany(Bindings).Where(_ => Chance(70)).Select((b, i) => SampleModels.Value(Name(i), b)),
            SampleModels.Value(Name(1000), Constant()),
        ];
        if (depth < 2 && Chance(50))
        {
            children.Add(Node(Name(1001), declared, depth + 1));
        }

        if (declared.Find(static a => a.Type.Kind == TypeKind.Array) is { } list && Chance(50))
        {
            children.Add(SampleModels.Each(Name(1002), list.Name, Template()));
        }

        return SampleModels.Node(kind, name, [.. children]);
    }

    private BodyNodeModel Template() =>
        Pick(
            SampleModels.Value(null, SampleModels.Item),
            SampleModels.Node(BodyNodeKind.Array, null, SampleModels.Value(null, SampleModels.Item)),
            SampleModels.Node(
                BodyNodeKind.Object,
                null,
                SampleModels.Value("item", SampleModels.Item),
                SampleModels.Value("fixed", Constant())
            )
        );

    private static IEnumerable<BindingModel> Bindings(ArgumentModel argument)
    {
        yield return SampleModels.Bound(argument.Name);
        if (argument.Type is { Kind: TypeKind.Entity, Entity: "Task" })
        {
            yield return SampleModels.Bound(argument.Name, "isCustomId");
        }
        else if (argument.Type.Kind == TypeKind.Date)
        {
            yield return SampleModels.Bound(argument.Name, "hasTime");
        }
        else if (argument.Type.Items?.Kind is TypeKind.String or TypeKind.Integer or TypeKind.Entity)
        {
            yield return SampleModels.Bound(argument.Name, "joined");
            yield return SampleModels.Bound(argument.Name, "orEmpty");
        }

        if (argument.Type.Kind == TypeKind.Entity)
        {
            yield return SampleModels.Bound(argument.Name, "number");
            yield return SampleModels.Bound(argument.Name, "text");
        }
    }

    private static bool FitsQuery(TypeModel type) =>
        type.Kind == TypeKind.Array
            ? type.Items!.Kind is not (TypeKind.Array or TypeKind.Object or TypeKind.Json or TypeKind.Comment)
            : type.Kind is not (TypeKind.Object or TypeKind.Comment);

    private ResponseModel Response(List<ArgumentModel> declared)
    {
        string outcome = string.Concat(declared.Select(static a => $"{a.Name} {{{a.Name}}}, ")) + Text();
        PaginationModel page = new(
            Pick("Page", "StartId", "Cursor", "BodyCursor", "None"),
            100,
            "page",
            "next",
            "last"
        );
        return new ResponseModel(
            Chance(80) ? "task" : null,
            Chance(50),
            "a.b",
            Pick("Names", "Summary", "Full"),
            _random.Next(0, 50),
            100,
            Chance(50) ? page : null,
            Chance(50) ? outcome : null
        );
    }

    private RuleModel Rule(List<ArgumentModel> declared) =>
        new((RuleKind)_random.Next(0, 4), new([.. declared.Take(3).Select(static a => a.Name)]));

    private BindingModel Constant() =>
        SampleModels.Constant(Pick("true", "1", "-2.5", "\"te\\\"xt\\n\"", "null", "\"\\u00fc\\ud83d\\ude00\""));

    // As the parser does, so that what a call leaves out is something that it could say.
    private string? Default(TypeModel type) =>
        PickDefault(type) is { } json && DefaultLimits.Allow(type, json) ? json : null;

    private string? PickDefault(TypeModel type) =>
        type.Kind switch
        {
            TypeKind.String or TypeKind.Text => Pick("\"\"", "\"a\\\"b\\\\c\"", "\"é\\u0000\""),
            TypeKind.Boolean => Pick("true", "false"),
            TypeKind.Integer => Pick("0", "-5", "9007199254740991"),
            TypeKind.Number => Pick("0", "-1.5", "1E3", "2.5e-7"),
            TypeKind.Enum => JsonQuote(type.Values[0].Label),
            _ => null,
        };

    private static string JsonQuote(string text) => Generators.Emit.JsonText.Quote(text);

    private string[] Names(int count) => [.. Words.OrderBy(_ => _random.Next()).Take(count)];

    private string Text() =>
        Pick(
            "",
            "Plain.",
            "Q\"uo\"te\"\"\"s",
            "<b>&amp;</b>",
            "C:\\x {y}",
            "ünïcödé 🎉",
            "two\nlines\u2028three\u0085",
            "\ud800 lone"
        );

    private string? Number(int low, int high, string suffix) =>
        Chance(50)
            ? _random.Next(low, high).ToString(CultureInfo.InvariantCulture) + (suffix == "." ? "" : suffix)
            : null;

    private int? Maybe(int low, int high) => Chance(50) ? _random.Next(low, high) : null;

    private bool Chance(int percent) => _random.Next(100) < percent;

    private T Pick<T>(params T[] items) => items[_random.Next(items.Length)];
}
