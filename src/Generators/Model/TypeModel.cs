using ClickUpMcp.Tools.Binding;
using ClickUpMcp.Values;

namespace ClickUpMcp.Generators.Model;

/// <summary>The type of an argument with its constraints; only the facets of its kind are set.</summary>
internal sealed record TypeModel
{
    public TypeKind Kind { get; init; }
    public int? MinLength { get; init; }
    public int? MaxLength { get; init; }

    public StringFormat Format { get; init; }

    /// <summary>Bounds as JSON number text, so that no digit is lost.</summary>
    public string? Minimum { get; init; }
    public string? Maximum { get; init; }
    public int? MinItems { get; init; }
    public int? MaxItems { get; init; }
    public bool UniqueItems { get; init; }

    /// <summary>The text that stands for all labels of an array of enum; null when none does.</summary>
    public string? All { get; init; }

    /// <summary>Member name of the runtime's JsonContent.</summary>
    public string Holds { get; init; } = nameof(JsonContent.Any);

    /// <summary>The most bytes of a file.</summary>
    public int? MaxBytes { get; init; }

    /// <summary>Member name of the runtime's DateEdge.</summary>
    public string Edge { get; init; } = nameof(DateEdge.Start);

    /// <summary>Member name of the runtime's DateDirection.</summary>
    public string Direction { get; init; } = nameof(DateDirection.Future);
    public EquatableArray<EnumValueModel> Values { get; init; }

    /// <summary>Member name of the runtime's EntityKind.</summary>
    public string? Entity { get; init; }

    /// <summary>Whether ids of this entity are numbers in JSON bodies (users).</summary>
    public bool IdIsNumber { get; init; }

    /// <summary>Names of sibling or tool-level arguments that narrow the look-up, most specific first.</summary>
    public EquatableArray<string> Within { get; init; }

    /// <summary>Whether a name that nothing has is made by the write that it is for.</summary>
    public bool MayBeNew { get; init; }

    /// <summary>For such an entity: an argument and the value with which the call makes none, as in <c>tag_action=remove</c>.</summary>
    public string NewUnless { get; init; } = "";

    /// <summary>Whether people are mentioned in it by their names.</summary>
    public bool Mentions { get; init; }

    /// <summary>Item type of an array.</summary>
    public TypeModel? Items { get; init; }

    /// <summary>C# name of the nested record of an object.</summary>
    public string? Record { get; init; }

    /// <summary>Fields of an object.</summary>
    public EquatableArray<ArgumentModel> Fields { get; init; }
}
