using ClickUpMcp.Errors;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>An item was to write after the bulk call had stopped.</summary>
internal sealed class BulkStoppedException() : ActionableException("The call stopped before this item.");
