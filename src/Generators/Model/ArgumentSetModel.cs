namespace ClickUpMcp.Generators.Model;

/// <summary>Arguments that the handlers of several tools take alike.</summary>
internal sealed record ArgumentSetModel(string Name, EquatableArray<ArgumentModel> Arguments);
