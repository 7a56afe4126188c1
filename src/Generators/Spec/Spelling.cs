namespace ClickUpMcp.Generators.Spec;

/// <summary>How the language spells the members of an enum.</summary>
internal static class Spelling
{
    /// <summary><c>FieldOptions</c> → <c>fieldOptions</c>.</summary>
    public static string Camel(string member) => char.ToLowerInvariant(member[0]) + member.Substring(1);

    /// <summary><c>HttpsUrl</c> → <c>https_url</c>.</summary>
    public static string Snake(string member) =>
        Camel(
            string.Concat(member.Select((c, i) => i > 0 && char.IsUpper(c) ? "_" + char.ToLowerInvariant(c) : $"{c}"))
        );

    /// <summary><c>KeyResult</c> → <c>KeyResult</c>.</summary>
    public static string AsIs(string member) => member;
}
