using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Leaves;

/// <summary>Lists what a request sends, value by value.</summary>
internal sealed class RequestLeaves
{
    private static readonly TypeModel Text = new() { Kind = TypeKind.String };
    private static readonly TypeModel Flag = new() { Kind = TypeKind.Boolean };
    private static readonly TypeModel Workspace = new() { Kind = TypeKind.Entity, Entity = "Workspace" };
    private static readonly TypeModel Whole = new() { Kind = TypeKind.Integer };

    /// <summary>The property that sends a list also when there is nothing in it.</summary>
    private const string OrEmpty = "orEmpty";

    private readonly Dictionary<string, ArgumentModel> _arguments;
    private readonly RequestModel _request;
    private readonly List<RequestLeaf> _leaves = [];
    private TypeModel? _item;

    private RequestLeaves(RequestModel request, IEnumerable<ArgumentModel> arguments)
    {
        _request = request;
        _arguments = arguments.ToDictionary(a => a.Name, StringComparer.Ordinal);
    }

    /// <summary>The leaves of one request of an entry.</summary>
    /// <param name="request">The request.</param>
    /// <param name="arguments">The entry's arguments.</param>
    /// <param name="pagination">How the entry's response is paged; null when it is not.</param>
    public static IReadOnlyList<RequestLeaf> Of(
        RequestModel request,
        IEnumerable<ArgumentModel> arguments,
        PaginationModel? pagination
    )
    {
        var leaves = new RequestLeaves(request, arguments);
        foreach (QueryModel query in request.Query)
        {
            leaves.Add(QueryLocation(query.Name), query.Value, isOnly: false);
        }

        if (request.CustomTaskIds is not null)
        {
            leaves.AddTyped("query.custom_task_ids", Flag);
            leaves.AddTyped("query.team_id", Workspace);
        }

        if (request.Body is { } body)
        {
            leaves.AddNode("body", body, isOnly: false);
        }

        foreach (FormPartModel part in request.Form)
        {
            leaves.Add("body." + part.Name, part.Value, isOnly: false);
        }

        leaves.AddPage(pagination);
        return leaves._leaves;
    }

    /// <summary>The location of a query parameter; brackets that only repeat it are no part of its name.</summary>
    public static string QueryLocation(string name) => "query." + name.Replace("[]", "");

    private void AddPage(PaginationModel? pagination)
    {
        switch (pagination?.Style)
        {
            case null:
                break;
            case "StartId":
                AddTyped(QueryLocation(pagination.Parameter), Whole);
                AddTyped("query.start_id", Text);
                break;
            // What a page starts from may be bound already, for the first one.
            case "BodyCursor" when _leaves.Exists(leaf => leaf.Location == "body." + pagination.Parameter):
                break;
            case "BodyCursor":
                AddTyped("body." + pagination.Parameter, Text);
                break;
            default:
                bool isPage = pagination.Style == "Page";
                AddTyped(QueryLocation(pagination.Parameter), isPage ? Whole : Text, required: isPage);
                break;
        }
    }

    private void AddNode(string location, BodyNodeModel node, bool isOnly)
    {
        switch (node.Kind)
        {
            case BodyNodeKind.Object:
                foreach (BodyNodeModel child in node.Children)
                {
                    string at = child.Name is null ? location : $"{location}.{child.Name}";
                    AddNode(at, child, isOnly: node.Name is not null && node.Children.Count == 1);
                }

                break;
            case BodyNodeKind.Array:
                foreach (BodyNodeModel child in node.Children)
                {
                    AddItem(location, child);
                }

                break;
            case BodyNodeKind.Each:
                _item = Find(node.Value!)?.Type.Items;
                AddItem(location, node.Children[0]);
                _item = null;
                break;
            case BodyNodeKind.When:
                AddNode(location, node.Children[0], isOnly: false);
                break;
            case BodyNodeKind.Flags:
                foreach (EnumValueModel word in Find(node.Value!)?.Type.Items?.Values ?? default)
                {
                    AddTyped($"{location}.{word.WireJson.Trim('"')}", Flag);
                }

                break;
            default:
                Add(location, node.Value!, isOnly);
                AddCleared(location, Find(node.Value!));
                break;
        }
    }

    // What is sent in the place of an argument that is emptied.
    private void AddCleared(string location, ArgumentModel? argument)
    {
        string within = location.Substring(0, Math.Max(0, location.LastIndexOf('.')));
        foreach (ClearedModel cleared in argument?.Cleared ?? default)
        {
            if (cleared.Member is { } member)
            {
                var constant = new BindingModel(cleared.Json, null, null);
                Add($"{within}.{member}", constant, type: null, isArray: false, required: false);
            }
        }
    }

    private void AddItem(string location, BodyNodeModel item)
    {
        if (item.Kind == BodyNodeKind.Object)
        {
            AddNode(location + "[]", item, isOnly: false);
        }
        else if (item.Kind == BodyNodeKind.When)
        {
            AddItem(location, item.Children[0]);
        }
        else if (item.Kind == BodyNodeKind.Value)
        {
            Add(location, item.Value!, TypeOf(item.Value!), isArray: true, required: true);
        }
        else
        {
            AddNode(location, item, isOnly: false);
        }
    }

    private void Add(string location, BindingModel binding, bool isOnly)
    {
        ArgumentModel? argument = Find(binding);
        bool required =
            isOnly
            || binding.Argument is null
            || argument is null
            || argument.Required
            || binding.Property == OrEmpty
            || argument.Default is not null
            || argument.Role == ArgumentRole.Workspace
            || argument.Name == _request.When;
        Add(location, binding, TypeOf(binding), isArray: false, required);
    }

    private void Add(string location, BindingModel? binding, TypeModel? type, bool isArray, bool required)
    {
        bool isWhole = binding?.Property is null or OrEmpty;
        switch (type?.Kind)
        {
            case TypeKind.Object when isWhole:
                foreach (ArgumentModel field in type.Fields)
                {
                    string at = $"{location}{(isArray ? "[]" : "")}.{field.Wire}";
                    bool isSure = field.Required || field.Default is not null;
                    Add(at, null, field.Type, isArray: false, isSure);
                }

                break;
            case TypeKind.Array when isWhole && !isArray:
                Add(location, binding, type.Items, isArray: true, required);
                break;
            default:
                _leaves.Add(new RequestLeaf(location, binding, type, isArray, required));
                break;
        }
    }

    private void AddTyped(string location, TypeModel type, bool required = false) =>
        Add(location, null, type, isArray: false, required);

    private TypeModel? TypeOf(BindingModel binding) =>
        binding.Argument == BindingModel.Item ? _item : Find(binding)?.Type;

    private ArgumentModel? Find(BindingModel binding) =>
        binding.Argument is { } name && _arguments.TryGetValue(name, out ArgumentModel? argument) ? argument : null;
}
