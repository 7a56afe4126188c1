using ClickUpMcp.Storage;

namespace ClickUpMcp.Authorization.Browser;

/// <summary>A sign-in that was found.</summary>
/// <param name="Handle">Its secret name.</param>
/// <param name="Record">Where it is kept.</param>
/// <param name="Content">How far it has come.</param>
internal sealed record SignIn(string Handle, StoredRecord Record, SignInContent Content);
