namespace ClickUpMcp.Tools.Binding;

/// <summary>All errors of one call's arguments.</summary>
internal sealed class ArgumentErrors
{
    private readonly List<ArgumentError> _errors = [];

    /// <summary>The errors in the order they were found.</summary>
    public IReadOnlyList<ArgumentError> Errors => _errors;

    /// <summary>Whether anything is wrong.</summary>
    public bool Any => _errors.Count > 0;

    /// <summary>Adds one error.</summary>
    public void Add(string path, string message) => _errors.Add(new ArgumentError(path, message));
}
