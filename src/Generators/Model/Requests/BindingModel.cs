namespace ClickUpMcp.Generators.Model;

/// <summary>Where a value comes from: a constant (JSON text) or an argument, with an optional property of it.</summary>
/// <param name="Constant">JSON text; null when bound to an argument.</param>
/// <param name="Argument">Name of the argument, or <c>workspace</c> for the resolved workspace; null for a constant.</param>
/// <param name="Property"><c>isCustomId</c> of a task reference, <c>hasTime</c>, <c>iso</c> or <c>day</c> of a date, <c>joined</c> of a list (by commas), <c>orEmpty</c> of a list (sent without items too), <c>number</c> or <c>text</c> of a reference (how its id is written); null for the value itself.</param>
internal sealed record BindingModel(string? Constant, string? Argument, string? Property)
{
    /// <summary>The argument name under which the template of a repeating body node means the current item.</summary>
    public const string Item = "$item";

    /// <summary>The property that is the id of a reference as text, also where ids are numbers.</summary>
    public const string IdText = "text";

    /// <summary>Whether it is the argument's own value, in whatever form, so that emptying the argument replaces it.</summary>
    public bool IsWholeValue => Argument is not null && Property is null or "number" or IdText;
}
