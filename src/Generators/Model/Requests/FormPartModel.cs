namespace ClickUpMcp.Generators.Model;

/// <summary>One part of a multipart form.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">A text, or the argument that is a file.</param>
/// <param name="FileName">What names the file; null for a text.</param>
internal sealed record FormPartModel(string Name, BindingModel Value, BindingModel? FileName);
