using '../../infra/main.bicep'

// What the tests look at besides the template itself: the same with everything switched on.
param environmentName = 'tests'
param siteBaseUrl = 'https://approvals.studio.example'
param mailbox = 'ai-approvals@studio.example'
param mailReceiver = 'mx.studio.example'
param alertEmails = ['operations@studio.example']
param dataRedundancy = 'Standard_GZRS'
param recordImmutabilityDays = 3650
param hardwareKeys = true
param durableTaskScheduler = true
param privateNetwork = true
param alwaysReadyHttp = 1
param alwaysReadyDurable = 1
