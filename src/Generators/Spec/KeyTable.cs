namespace ClickUpMcp.Generators.Spec;

/// <summary>The keys that one object of the language takes.</summary>
/// <param name="Name">Its name under <c>$defs</c> in the JSON Schema.</param>
/// <param name="What">What it is called in messages.</param>
/// <param name="Keys">The keys, in the order of the documentation.</param>
internal sealed record KeyTable(string Name, string What, params string[] Keys);
