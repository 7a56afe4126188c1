namespace ClickUpMcp.Tools.Catalog;

/// <summary>Something people want to do with a thing, such as to create or delete it.</summary>
/// <param name="Name">Its name; <c>read</c> is what tools that only read are for, <c>update</c> and <c>move</c> what makes a thing other than it is.</param>
/// <param name="Words">Words and phrases that say so.</param>
internal sealed record SearchIntent(string Name, string[] Words)
{
    public const string Read = "read";
    public const string Update = "update";
    public const string Move = "move";
}
