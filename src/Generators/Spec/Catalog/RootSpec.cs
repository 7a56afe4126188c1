using ClickUpMcp.Generators.Json;
using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Spec;

/// <summary>What the root file declares, ready for the tools to refer to.</summary>
internal sealed record RootSpec
{
    /// <summary>False when the root could not be read, so that nothing can be said about names that should be in it.</summary>
    public bool IsUsable { get; init; }
    public ServerModel Server { get; init; } = new("", "", "", "");

    /// <summary>The argument for the ambient workspace; null for an API that has none.</summary>
    public ArgumentModel? Workspace { get; init; }
    public UpstreamModel Upstream { get; init; } = new();

    /// <summary>Path prefixes by version; null for one that is broken.</summary>
    public IReadOnlyDictionary<string, string?> Api { get; init; } = new Dictionary<string, string?>();

    /// <summary>The ids of the API's operations by version; of a version that is not there, any id will do.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Operations { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>();
    public IReadOnlyList<CategoryModel> Categories { get; init; } = [];
    public IReadOnlyDictionary<string, EntitySpec> Entities { get; init; } = new Dictionary<string, EntitySpec>();
    public IReadOnlyDictionary<string, ArgumentSet> ArgumentSets { get; init; } = new Dictionary<string, ArgumentSet>();

    /// <summary>The ways in which one call of a tool stands for several, by name.</summary>
    public IReadOnlyDictionary<string, BulkModel> Bulk { get; init; } = new Dictionary<string, BulkModel>();

    /// <summary>The same as written, to be checked once all tools are known.</summary>
    public IReadOnlyList<JsonMember> BulkMembers { get; init; } = [];

    /// <summary>The root's shapes as written, to be read with those of the tools files; null when they cannot be.</summary>
    public IReadOnlyList<JsonMember>? ShapeMembers { get; init; }

    /// <summary>The shapes of all files.</summary>
    public IReadOnlyDictionary<string, ShapeModel> Shapes { get; init; } = new Dictionary<string, ShapeModel>();

    /// <summary>False when a file that may hold shapes could not be read, so that an unknown one may be there.</summary>
    public bool KnowsAllShapes { get; init; }

    /// <summary>Documented operations and places that no request binds.</summary>
    public EquatableArray<ExcuseModel> Unbound { get; init; }

    /// <summary>How long results may be, by client.</summary>
    public ClientsModel Clients { get; init; } = ClientsModel.Usual;

    /// <summary>The words by which people search tools.</summary>
    public SearchModel Search { get; init; } = SearchModel.Empty;

    /// <summary>Prompts as written, to be read once all tools are known.</summary>
    public IReadOnlyList<JsonMember> PromptMembers { get; init; } = [];

    /// <summary>Kinds of resources as written, to be read once all tools are known.</summary>
    public IReadOnlyList<JsonMember> ResourceMembers { get; init; } = [];

    /// <summary>Personas as written; they are resolved once all tools are known.</summary>
    public IReadOnlyList<JsonMember> Personas { get; init; } = [];
}
