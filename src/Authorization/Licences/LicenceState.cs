namespace ClickUpMcp.Authorization.Licences;

/// <summary>Whether a licence key lets anybody in.</summary>
public enum LicenceState
{
    Active,

    /// <summary>For now it does not; it can be resumed.</summary>
    Suspended,

    /// <summary>Never again.</summary>
    Revoked,
}
